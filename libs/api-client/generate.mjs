// Writes openapi.json from the running code and the typed client from it: `node libs/api-client/generate.mjs [folder]`. Needs a build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { apiDocument } from '@choxa/app-api';

/** Generates into `folder`: `openapi.json` and `generated/`. @param {string} folder */
export async function generate(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'openapi.json');
  writeFileSync(file, `${JSON.stringify(await apiDocument(), null, 2)}\n`);
  await createClient({
    input: file,
    output: { path: join(folder, 'generated'), clean: true },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'error', file: false },
  });
}

if (process.argv[1] === import.meta.filename) {
  await generate(resolve(process.argv[2] ?? import.meta.dirname));
  process.exit(0);
}

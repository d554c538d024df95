// Fails when the committed client is not what the code would generate now. Part of `npm run check`.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { generate } from './generate.mjs';

const fresh = mkdtempSync(join(tmpdir(), 'choxa-client-'));
await generate(fresh);
const committed = snapshot(import.meta.dirname);
const expected = snapshot(fresh);
rmSync(fresh, { recursive: true, force: true });
const stale = [...new Set([...Object.keys(committed), ...Object.keys(expected)])].filter((file) => committed[file] !== expected[file]);
if (stale.length) {
  console.error(`The API client is stale: ${stale.join(', ')}. Run: node libs/api-client/generate.mjs`);
  process.exit(1);
}
console.log(`API document and client agree with the code (${Object.keys(expected).length} files)`);
process.exit(0);

function snapshot(folder) {
  const files = [join(folder, 'openapi.json'), ...tree(join(folder, 'generated'))];
  return Object.fromEntries(files.map((file) => [relative(folder, file), read(file)]));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function tree(folder) {
  try {
    return readdirSync(folder).flatMap((name) =>
      statSync(join(folder, name)).isDirectory() ? tree(join(folder, name)) : [join(folder, name)],
    );
  } catch {
    return [];
  }
}

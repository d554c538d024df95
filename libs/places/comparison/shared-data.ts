import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const FOLDER = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** `describe` where the comparison data lie beside the repository, else a skipped one that says why. For tests. */
export function describeWithSharedData(name: string, file: string, tests: (rows: () => Record<string, string>[]) => void): void {
  const path = join(FOLDER, file);
  if (existsSync(path))
    describe(name, () => tests(() => parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[]));
  else describe.skip(`${name} [skipped: ../shared/data/${file} is not on this machine]`, () => tests(() => []));
}

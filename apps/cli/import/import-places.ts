import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportPlaces } from '@choxa/places';
import { Problem } from '@choxa/platform';
import { Failure, wrongUse } from '../failure.js';
import { fromHere, onDatabase } from './on-database.js';

const USAGE = 'import places FILE.csv';
/** Bad lines shown before "and so many more". */
const SHOWN = 10;

/** `npm run cli -- import places FILE.csv`: a newer list of provinces, communes and former names (columns in the README of places). */
export async function importPlaces(args: string[]): Promise<void> {
  const [name, ...others] = args;
  if (!name || others.length || name.startsWith('-')) throw wrongUse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  const path = fromHere(name);
  const bytes = read(path);
  const report = await onDatabase(async (app) => {
    try {
      return await app.get(ImportPlaces, { strict: false }).run(bytes, basename(path));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const wrong = error.options.errors ?? [];
      for (const { pointer, detail } of wrong.slice(0, SHOWN)) process.stderr.write(`${pointer} ${detail}\n`);
      if (wrong.length > SHOWN) process.stderr.write(`… +${wrong.length - SHOWN}\n`);
      throw new Failure(error.kind.vi, error.kind.en);
    }
  });
  const { added, changed, ended, formerAdded, unchanged } = report;
  process.stdout.write(
    `mới / added ${added} · đổi / changed ${changed} · hết hiệu lực / ended ${ended} · tên cũ mới / former added ${formerAdded} · giữ nguyên / unchanged ${unchanged}\n`,
  );
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Failure(`Không đọc được tệp ${path}.`, `Cannot read the file ${path}.`);
  }
}

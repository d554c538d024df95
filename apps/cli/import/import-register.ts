import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportRegister, type RegisterMatch } from '@choxa/households';
import { Places } from '@choxa/places';
import { Clock, Database } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Failure, wrongUse } from '../failure.js';
import { readListFile, type ListFile } from './list-file.js';
import { fromHere, onDatabase } from './on-database.js';
import { showProgress, type Progress } from './progress.js';
import { REGISTER_LIST, registerTemplateCsv, type RegisterColumn } from './register-columns.js';
import { planRegisters, type PlannedRegister } from './register.rules.js';

const USAGE = 'import register FILE.csv | import register --template [FILE.csv]';
/** Bad rows shown before "and so many more". */
const SHOWN = 10;

/** What became of one commune's register. */
export interface RegisterResult extends PlannedRegister {
  /** Null where it was there already. */
  version: number | null;
  matches: RegisterMatch[];
}

/** `npm run cli -- import register …`: the register of OCOP households of one or several communes. */
export async function importRegister(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { template: { type: 'boolean' } } });
  const [name, ...others] = positionals;
  if (others.length || (!name && !values.template)) throw wrongUse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  if (values.template)
    return name ? writeFileSync(fromHere(name), registerTemplateCsv(), { flag: 'wx' }) : void process.stdout.write(registerTemplateCsv());
  const path = fromHere(name!);
  const file = await readListFile(path, REGISTER_LIST);
  const results = await onDatabase((app) => bringRegister(app, file, showProgress(file.rows.length)));
  for (const line of results.flatMap(rowLines)) process.stdout.write(`${line}\n`);
  for (const line of summary(basename(path), results)) process.stdout.write(`${line}\n`);
}

/** Brings a file in, whole or not at all. Throws `Failure` after naming the rows that cannot be taken. */
export async function bringRegister(
  app: INestApplicationContext,
  file: ListFile<RegisterColumn>,
  progress: Progress,
): Promise<RegisterResult[]> {
  const part = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false });
  const { registers, faults } = planRegisters(file, part(Places), localDay(part(Clock).now()));
  if (faults.length) {
    progress.stop();
    for (const { row, vi, en } of faults.slice(0, SHOWN)) process.stderr.write(`${row}: ${vi} / ${en}\n`);
    if (faults.length > SHOWN) process.stderr.write(`… +${faults.length - SHOWN}\n`);
    throw new Failure('Có dòng không nhận được: chưa nhập gì cả.', 'Some rows cannot be taken: nothing was imported.');
  }
  try {
    return await part(Database).transaction(async (tx) => {
      const results: RegisterResult[] = [];
      let done = 0;
      for (const register of registers) {
        results.push({ ...register, ...(await part(ImportRegister).run(tx, register)) });
        progress.at((done += register.rows.length));
      }
      return results;
    });
  } finally {
    progress.stop();
  }
}

/** Row, outcome, name, and the household it is or may be. */
function rowLines({ fileRows, rows, matches, repeated }: RegisterResult): string[] {
  const counted = matches.map(({ slug, candidates }, at) => {
    const outcome = slug ? 'matched' : candidates.length ? 'several' : 'missing';
    return [fileRows[at], outcome, rows[at]!.name, candidates.map((one) => `/ho/${one}`).join(' ')].join('\t');
  });
  const again = repeated.map(
    ({ row, first }) => `${row}\tagain\tcùng hộ với dòng ${first}, tính một lần / the household of row ${first}, counted once`,
  );
  return [...counted, ...again];
}

function summary(file: string, results: readonly RegisterResult[]): string[] {
  const matches = results.flatMap((result) => result.matches);
  const several = matches.filter(({ slug, candidates }) => !slug && candidates.length).length;
  const matched = matches.filter(({ slug }) => slug).length;
  const versions = results.map(({ commune, asOf, version }) =>
    version
      ? `${commune.name}, ${commune.provinceName}, ${asOf}: phiên bản / version ${version}`
      : `${commune.name}, ${commune.provinceName}, ${asOf}: đã có, không đổi / there already, nothing changed`,
  );
  return [
    `${file}: ${matches.length} hộ / households, ${results.length} xã / communes`,
    `${matched} đã có trên sàn / on the platform · ${matches.length - matched - several} chưa có / missing · ${several} chưa rõ, hãy ghi platform_slug / unclear, fill in platform_slug`,
    ...versions,
  ];
}

import { realpathSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportDraftProduct, Listings } from '@choxa/catalogue';
import { EnsureHousehold, EnsureSubject } from '@choxa/households';
import { Places } from '@choxa/places';
import { Clock, Database, sql } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Failure, wrongUse } from '../failure.js';
import { readProductFile, type ProductFile } from './product-file.js';
import { showProgress, type Progress } from './progress.js';
import { reportCsv, rowLine, summarise, summaryLines, type RowResult } from './report.rules.js';
import { fromHere, onDatabase } from './on-database.js';
import { planRow } from './row.rules.js';
import { templateCsv } from './template.js';
import { writeRows } from './write-rows.js';

const USAGE = 'import products FILE.csv [--report FILE.csv] | import products --template [FILE.csv]';

/** `npm run cli -- import products …` */
export async function importProducts(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { template: { type: 'boolean' }, report: { type: 'string' } },
  });
  const [name, ...others] = positionals;
  if (others.length || (!name && !values.template) || (values.template && values.report !== undefined) || values.report === '')
    throw wrongUse(`Cách dùng: ${USAGE}`, `Usage: ${USAGE}`);
  if (values.template) return name ? writeTemplate(fromHere(name)) : void process.stdout.write(templateCsv());

  const path = fromHere(name!);
  const report = values.report === undefined ? null : fromHere(values.report);
  const file = await readProductFile(path);
  if (report) requireWritable(report, path);
  for (const column of file.ignored) process.stderr.write(`Bỏ qua cột / column ignored: ${column}\n`);
  const results = await onDatabase((app) => importFile(app, file, showProgress(file.rows.length)));
  if (report) writeFileSync(report, reportCsv(results));
  else process.stdout.write(`${results.map(rowLine).join('\n')}\n`);
  process.stdout.write(`${summaryLines(basename(path), summarise(results)).join('\n')}\n`);
  if (report) process.stdout.write(`Từng dòng / row by row: ${report}\n`);
}

/** Brings a list in, whole or not at all: everything is decided before the one transaction that writes. */
export async function importFile(app: INestApplicationContext, file: ProductFile, progress: Progress): Promise<RowResult[]> {
  const part = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false });
  const places = part(Places);
  const today = localDay(part(Clock).now());
  const plans = file.rows.map(({ row, cells }) => planRow(row, cells, places, today));
  try {
    return await part(Database).transaction(async (tx) => {
      const [{ free }] = (await sql<{ free: boolean }>(
        tx,
        `select pg_try_advisory_xact_lock(hashtextextended('cli.import', 0)) as free`,
      )) as [{ free: boolean }];
      if (!free) throw new Failure('Một lần nhập khác đang chạy: hãy đợi nó xong.', 'Another import is running: wait until it is done.');
      const parts = {
        ensureSubject: part(EnsureSubject),
        ensureHousehold: part(EnsureHousehold),
        importDraftProduct: part(ImportDraftProduct),
        listings: part(Listings),
      };
      return writeRows(tx, plans, parts, progress.at);
    });
  } finally {
    progress.stop();
  }
}

function writeTemplate(path: string): void {
  try {
    writeFileSync(path, templateCsv(), { flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    throw new Failure(`${path} đã có: hãy chọn tên khác.`, `${path} is already there: choose another name.`);
  }
  process.stdout.write(`Tệp mẫu / template: ${path}\n`);
}

/** Found out before the import, not after. */
function requireWritable(report: string, input: string): void {
  writeFileSync(report, '', { flag: 'a' });
  if (realpathSync(report) === realpathSync(input))
    throw wrongUse('Báo cáo không được ghi đè lên tệp nhập.', 'The report may not overwrite the file that is imported.');
}

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ImportDraftProduct, Listings } from '@choxa/catalogue';
import { EnsureHousehold, EnsureSubject } from '@choxa/households';
import { Places } from '@choxa/places';
import { Clock, Config, Database, logger, readConfig, sql } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Failure, wrongUse } from '../failure.js';
import { readProductFile, type ProductFile } from './product-file.js';
import { showProgress, type Progress } from './progress.js';
import { reportCsv, rowLine, summarise, summaryLines, type RowResult } from './report.rules.js';
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

/** A path as the user means it: npm runs us in the root of the clone, wherever it was called. */
function fromHere(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return resolve(script === 'cli' && calledIn ? calledIn : '.', path);
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

async function onDatabase<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const { withDatabase } = await import('../start/with-database.js');
  return withDatabase(async (url) => {
    const { AppModule } = await import('@choxa/app-api');
    const { migrate } = await import('../migrate.js');
    await migrate(url, (line) => process.stderr.write(`${line}\n`));
    const config = Object.assign(new Config(), readConfig({ ...process.env, DATABASE_URL: url }), { workers: false });
    mkdirSync(resolve(config.storageDir), { recursive: true });
    logger.level = 'silent'; // lost connections of a stopped import among them: the command speaks for itself
    // The whole application, so that the handlers of its events are there to be told.
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: false, abortOnError: false });
    const stopped = new AbortController();
    const stop = (): void => stopped.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      return await work(app);
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
      throw new Failure('Đã dừng giữa chừng: chưa nhập gì cả.', 'Stopped half-way: nothing was imported.');
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await app.close();
    }
  });
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

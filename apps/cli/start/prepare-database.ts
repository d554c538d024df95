import { createDatabase, dropDatabase } from '@choxa/platform';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asFailure, Failure } from '../failure.js';
import { migrate } from '../migrate.js';
import { demoAccounts, isEmpty, seed } from '../seed.js';
import type { DemoAccount } from '../seed.js';

/** What `start` wants to know when the database is ready, or why it is not. */
export interface Prepared {
  readonly seeded: boolean;
  /** The invented people in it: where there are any, the pages must say that this is a demo. */
  readonly accounts: readonly DemoAccount[];
  readonly failure?: string;
}

export interface Preparation {
  readonly dataDir: string;
  /** The database is the embedded one: it may be begun anew when a seeding was cut. */
  readonly own: boolean;
  readonly seedWhenEmpty: boolean;
}

/**
 * Brings the tables up to date and puts the demo data into an empty database. A seeding that was cut is noticed by its marker:
 * our own database is then begun anew (it held nothing else), a foreign one is left for its owner to decide.
 *
 * @throws Failure, or the database's error
 */
export async function prepareDatabase(url: string, wanted: Preparation, log: (line: string) => void): Promise<Prepared> {
  const { own, seedWhenEmpty } = wanted;
  const marker = join(wanted.dataDir, 'seeding');
  if (existsSync(marker)) await forgetCutSeeding(url, own, marker);
  await migrate(url, log);
  const seeded = seedWhenEmpty && (await isEmpty(url));
  if (seeded) {
    writeFileSync(marker, '');
    await seed(url, log);
    rmSync(marker);
  }
  return { seeded, accounts: await demoAccounts(url) };
}

async function forgetCutSeeding(url: string, own: boolean, marker: string): Promise<void> {
  if (!own) {
    throw new Failure(
      `Lần nạp dữ liệu mẫu trước bị cắt ngang: hãy dùng một cơ sở dữ liệu trống, rồi xoá ${marker}.`,
      `An earlier loading of demo data was cut: use an empty database, then delete ${marker}.`,
    );
  }
  const name = new URL(url).pathname.slice(1);
  const server = Object.assign(new URL(url), { pathname: '/postgres' }).href;
  await dropDatabase(server, name);
  await createDatabase(server, name);
  rmSync(marker);
}

/** The process `start` sets aside for this work, since it loads the whole product and would keep its memory. */
export async function prepare([wanted = '{}']: string[]): Promise<void> {
  const url = process.env['DATABASE_URL']!; // not an argument: those can be read by everybody on the machine
  const answer = await prepareDatabase(url, JSON.parse(wanted) as Preparation, console.log).catch((error: unknown): Prepared => {
    if (process.env['DEBUG']) console.error(error);
    return { seeded: false, accounts: [], failure: asFailure(error).message };
  });
  process.send?.(answer, () => process.exit());
}

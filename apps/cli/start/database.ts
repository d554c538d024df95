import { createDatabase, dropDatabase, startEmbeddedPostgres } from '@choxa/platform';
import type { EmbeddedPostgres } from '@choxa/platform';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { asFailure, databaseFailure, Failure } from '../failure.js';
import { migrate } from '../migrate.js';
import { isEmpty, seed } from '../seed.js';
import type { Settings } from './settings.js';

/** PostgreSQL 15 is the oldest release our migrations are written for. */
const OLDEST_VERSION = 15;

export interface OpenDatabase {
  readonly url: string;
  /** The server we run; absent when `DATABASE_URL` names one. */
  readonly server?: EmbeddedPostgres;
  stop(): Promise<void>;
}

/**
 * Starts the embedded server, or checks the one of `DATABASE_URL`.
 *
 * @throws Failure or EmbeddedPostgresError
 */
export async function openDatabase(settings: Settings, log: (line: string) => void): Promise<OpenDatabase> {
  if (settings.embedded) {
    const server = await startEmbeddedPostgres({ dataDir: settings.databaseDir, log });
    return { url: server.url, server, stop: () => server.stop() };
  }
  await checkDatabase(settings.config.databaseUrl);
  return { url: settings.config.databaseUrl, stop: async () => {} };
}

/** @throws Failure when the address does not lead to a PostgreSQL we can use */
export async function checkDatabase(url: string): Promise<void> {
  let version: number;
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    await client.connect();
    try {
      const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int / 10000 as version`);
      version = rows[0]!.version;
    } finally {
      await client.end();
    }
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    throw databaseFailure(/timeout/i.test(message) ? 'ETIMEDOUT' : code) ?? asFailure(error);
  }
  if (version < OLDEST_VERSION) {
    throw new Failure(
      `DATABASE_URL là PostgreSQL ${version}; cần bản ${OLDEST_VERSION} trở lên.`,
      `DATABASE_URL is PostgreSQL ${version}; version ${OLDEST_VERSION} or newer is needed.`,
    );
  }
}

/**
 * Brings the tables up to date and puts the demo data into an empty database. A seeding that was cut is noticed by its marker:
 * our own database is then begun anew (it held nothing else), a foreign one is left for its owner to decide.
 *
 * @returns whether demo data was put in now
 */
export async function prepareDatabase(settings: Settings, database: OpenDatabase, log: (line: string) => void): Promise<boolean> {
  const marker = join(settings.config.dataDir, 'seeding');
  if (existsSync(marker)) {
    if (!database.server) {
      throw new Failure(
        `Lần nạp dữ liệu mẫu trước bị cắt ngang: hãy dùng một cơ sở dữ liệu trống, rồi xoá ${marker}.`,
        `An earlier loading of demo data was cut: use an empty database, then delete ${marker}.`,
      );
    }
    const name = new URL(database.url).pathname.slice(1);
    const server = Object.assign(new URL(database.url), { pathname: '/postgres' }).href;
    await dropDatabase(server, name);
    await createDatabase(server, name);
    rmSync(marker);
  }
  await migrate(database.url, log);
  if (!settings.seedWhenEmpty || !(await isEmpty(database.url))) return false;
  writeFileSync(marker, '');
  await seed(database.url, log);
  rmSync(marker);
  return true;
}

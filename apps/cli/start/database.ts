import { startEmbeddedPostgres } from '@choxa/platform';
import type { EmbeddedPostgres } from '@choxa/platform';
import pg from 'pg';
import { asFailure, databaseFailure, Failure } from '../failure.js';
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

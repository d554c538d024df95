import { readConfig } from '@choxa/platform';
import type { Config } from '@choxa/platform';
import { join } from 'node:path';
import { ROOT } from '../root.js';
import type { Preparation } from './prepare-database.js';

/** What `start` works with: the validated environment, and whether the database is ours to run. */
export interface Settings {
  readonly config: Config;
  /** True when `DATABASE_URL` is unset: PostgreSQL then runs in `databaseDir`. */
  readonly embedded: boolean;
  readonly databaseDir: string;
  readonly logsDir: string;
  /** False only when the operator wrote `DEMO=0`: an empty database then stays empty, and invented people are not shown. */
  readonly seedWhenEmpty: boolean;
}

/**
 * Reads the environment before anything is touched, so that a mistake in it costs no minute.
 *
 * @throws ConfigError naming every bad variable
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const embedded = (env['DATABASE_URL'] ?? '') === '';
  const config = readConfig({
    ...env,
    DATA_DIR: env['DATA_DIR'] || join(ROOT, '.data'), // the same folder from whatever place it is called
    DATABASE_URL: embedded ? 'postgres://embedded' : env['DATABASE_URL'],
    DEMO: env['DEMO'] || (embedded ? '1' : '0'),
  });
  return {
    config,
    embedded,
    databaseDir: join(config.dataDir, 'postgres'),
    logsDir: join(config.dataDir, 'logs'),
    seedWhenEmpty: env['DEMO'] !== '0',
  };
}

/** The environment of the processes we start, with every default written out. */
export function childEnvironment(
  settings: Settings,
  databaseUrl: string,
  env: NodeJS.ProcessEnv,
  demo = settings.config.demo,
): NodeJS.ProcessEnv {
  const { config } = settings;
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: config.dataDir,
    PORT: String(config.port),
    API_PORT: String(config.apiPort),
    API_URL: `http://127.0.0.1:${config.apiPort}`,
    PUBLIC_URL: config.publicUrl,
    DEMO: demo ? '1' : '0',
    STORAGE_URL: `file://${config.storageDir}`,
  };
}

/** What the database has to be brought to. */
export function preparationOf(settings: Settings): Preparation {
  const { config, embedded, seedWhenEmpty } = settings;
  return { dataDir: config.dataDir, own: embedded, seedWhenEmpty };
}

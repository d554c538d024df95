import { openDatabase } from './database.js';
import { childEnvironment, readSettings } from './settings.js';

/**
 * Runs a tool on the database of `DATABASE_URL`, else on the embedded one: joined when `npm start` runs it, started for the
 * length of the tool otherwise. The environment is completed, so that libs that read it themselves see the same database.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, () => {});
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    void database.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    Object.assign(process.env, childEnvironment(settings, database.url, process.env));
    return await work(database.url);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    if (!stopping) await database.stop();
  }
}

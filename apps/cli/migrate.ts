import { migrate as migrateLibs } from '@choxa/platform';

/** Brings the database up to the newest tables of every lib. Prints one line per migration; throws on the first that fails. */
export async function migrate(databaseUrl: string, log: (line: string) => void): Promise<void> {
  const { LIBS } = await import('@choxa/app-api');
  await migrateLibs(databaseUrl, LIBS, log);
}

/** `npm run cli -- migrate` */
export async function run(_args: string[]): Promise<void> {
  const { withDatabase } = await import('./start/with-database.js');
  await withDatabase((url) => migrate(url, console.log));
}

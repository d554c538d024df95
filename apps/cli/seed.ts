/** An account printed by `npm start` in demo mode. */
export interface DemoAccount {
  /** What this person does, Vietnamese and English, e.g. `người mua / shopper`. */
  readonly who: string;
  readonly phone: string;
}

/** True while nobody has put anything into the database but migrations. */
export async function isEmpty(_databaseUrl: string): Promise<boolean> {
  return false;
}

/** Puts the demo data in. The database must be empty and migrated. */
export async function seed(_databaseUrl: string, _log: (line: string) => void): Promise<void> {}

/** The demo accounts that exist in this database, in the order to print them. */
export async function demoAccounts(_databaseUrl: string): Promise<DemoAccount[]> {
  return [];
}

/** `npm run cli -- seed [--packs N]` */
export async function run(_args: string[]): Promise<void> {
  const { withDatabase } = await import('./start/with-database.js');
  await withDatabase((url) => seed(url, console.log));
}

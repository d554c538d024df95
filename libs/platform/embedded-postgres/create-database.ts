import pg from 'pg';

/**
 * Creates a database on the server of `serverUrl` (an address of any database there, with the right to create one).
 *
 * @param options.template copy this database; nobody may be connected to it (30–60 ms for an empty shop)
 * @param options.ifMissing do nothing when the database is there
 * @returns the address of the new database
 */
export async function createDatabase(
  serverUrl: string,
  name: string,
  options: { readonly template?: string; readonly ifMissing?: boolean } = {},
): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const there = options.ifMissing && (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount;
    if (!there) {
      const template = options.template === undefined ? '' : ` template ${client.escapeIdentifier(options.template)}`;
      await client.query(`create database ${client.escapeIdentifier(name)}${template}`);
    }
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** Removes a database, cutting whoever is connected to it. Nothing happens when there is none. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

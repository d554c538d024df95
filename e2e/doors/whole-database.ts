import { createHash } from 'node:crypto';
import { sql } from '@choxa/platform';
import type { World } from '@choxa/testing';

/** One value for all that is stored, whatever its place: equal before and after exactly when nothing was written. */
export async function hashOfDatabase({ db }: World): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    db.read,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'places', 'pgboss') order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ rows: string }>(db.read, `select string_agg(t::text, e'\\n' order by t::text) as rows from ${name} t`);
    hashes[name] = createHash('sha256')
      .update(row!.rows ?? '')
      .digest('hex')
      .slice(0, 12);
  }
  return hashes;
}

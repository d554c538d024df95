import { sql, type Tx } from '../database/database.js';
import { NO_HASH, type ChainableEntry, type ChainedEntry, type ChainHead } from './chain.rules.js';

// Text as PostgreSQL keeps it: microseconds and long numbers would be lost in JavaScript, and a change of them unseen.
const FACTS = `array[to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_kind, account_id::text, session_id,
  on_behalf_of::text, delegation_id::text, action, subject_kind, subject_id, details::text] as facts`;

/** A published head vouches that everything older than this before it was linked: what waits longer was taken out of the chain. */
export const LONGEST_WAIT_MS = 10 * 60_000;

/** The last entry of the chain; sequence 0 while there is none. */
export async function chainHead(tx: Tx): Promise<ChainHead> {
  const [head] = await sql<ChainHead>(
    tx,
    'select sequence, hash from platform.trail_entry where sequence is not null order by sequence desc limit 1',
  );
  return head ?? { sequence: 0, hash: NO_HASH };
}

/** The oldest entries that wait for their place. */
export async function unchained(tx: Tx, limit: number): Promise<ChainableEntry[]> {
  return sql<ChainableEntry>(tx, `select id, ${FACTS} from platform.trail_entry where sequence is null order by id limit $1`, [limit]);
}

/** How many entries wait, and the time of the oldest of them. */
export async function waiting(tx: Tx): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await sql<{ count: number; oldest: Date | null }>(
    tx,
    'select count(*)::int as count, min(at) as oldest from platform.trail_entry where sequence is null',
  );
  return row!;
}

/** Entries of the chain after place `sequence`. */
export async function chainedAfter(tx: Tx, sequence: number, limit: number): Promise<ChainedEntry[]> {
  return sql<ChainedEntry>(
    tx,
    `select id, ${FACTS}, sequence, previous_hash as "previousHash", hash from platform.trail_entry
      where sequence > $1 order by sequence limit $2`,
    [sequence, limit],
  );
}

import { Database, sql, type Tx } from '../database/database.js';
import { Every } from '../timed-work/every.js';
import { chainHead, unchained } from './chain.query.js';
import { chainAfter, type ChainHead } from './chain.rules.js';

const BATCH = 500;

/**
 * Links what was recorded into the chain. It runs after the transactions that recorded, one process at a time: were an entry linked in its
 * own transaction, every checkout would wait for the one before it.
 */
@Every(2)
export class ChainTrail {
  constructor(private readonly db: Database) {}

  /** Links everything that waits. The head afterwards; null while another process is at it. */
  async run(): Promise<ChainHead | null> {
    for (;;) {
      const done = await this.db.transaction((tx) => this.linkBatch(tx));
      if (!done) return null;
      if (done.linked < BATCH) return done.head;
    }
  }

  private async linkBatch(tx: Tx): Promise<{ head: ChainHead; linked: number } | null> {
    const [lock] = await sql<{ mine: boolean }>(tx, `select pg_try_advisory_xact_lock(hashtextextended('platform.trail', 0)) as mine`);
    if (!lock!.mine) return null;
    const head = await chainHead(tx);
    const entries = chainAfter(head, await unchained(tx, BATCH));
    if (entries.length)
      await sql(
        tx,
        `update platform.trail_entry entry set sequence = link.sequence, previous_hash = link.previous_hash, hash = link.hash
           from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) as link(id, sequence, previous_hash, hash)
          where entry.id = link.id`,
        [
          entries.map((entry) => entry.id),
          entries.map((entry) => entry.sequence),
          entries.map((entry) => entry.previousHash),
          entries.map((entry) => entry.hash),
        ],
      );
    return { head: entries.at(-1) ?? head, linked: entries.length };
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { sql, type Tx } from '../database/database.js';
import type { Actor } from '../guard/actor.js';

/** What was done. Ids, codes and amounts only: no secret, and nothing of a buyer beyond an id. */
export interface TrailFact {
  /** A past fact in words with dots, e.g. `product.published`. */
  action: string;
  /** What kind of thing it was done to, and which one. */
  subjectKind: string;
  subjectId: string;
  details?: Record<string, unknown>;
}

/** Who did it: somebody signed in, a visitor without an account, or a job or event handler of ours. */
export type TrailActor = Actor | 'guest' | 'system';

/**
 * The audit trail: everything that changes money, status or rights, exports data or reads personal data is recorded here, in the
 * transaction that does it. What is recorded is never changed; `ChainTrail` links it soon after.
 */
@Injectable()
export class Trail {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, actor: TrailActor, fact: TrailFact): Promise<void> {
    await this.recordAll(tx, [{ ...fact, actor }]);
  }

  /** As `record` for several facts, in one statement. */
  async recordAll(tx: Tx, facts: readonly (TrailFact & { actor: TrailActor })[]): Promise<void> {
    const who = facts.map(({ actor }) => (typeof actor === 'string' ? null : actor));
    await sql(
      tx,
      `insert into platform.trail_entry
         (at, actor_kind, account_id, session_id, on_behalf_of, delegation_id, action, subject_kind, subject_id, details)
       select $1::timestamptz, given.*
         from unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::jsonb[]) as given`,
      [
        this.clock.now(),
        facts.map(({ actor }) => (typeof actor === 'string' ? actor : 'account')),
        who.map((actor) => actor?.accountId ?? null),
        who.map((actor) => actor?.sessionId ?? null),
        who.map((actor) => actor?.onBehalfOf?.householdId ?? null),
        who.map((actor) => actor?.onBehalfOf?.delegationId ?? null),
        facts.map(({ action }) => action),
        facts.map(({ subjectKind }) => subjectKind),
        facts.map(({ subjectId }) => subjectId),
        facts.map(({ details = {} }) => JSON.stringify(details)),
      ],
    );
  }
}

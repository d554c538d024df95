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

  async record(tx: Tx, actor: TrailActor, { action, subjectKind, subjectId, details = {} }: TrailFact): Promise<void> {
    const who = typeof actor === 'string' ? null : actor;
    await sql(
      tx,
      `insert into platform.trail_entry
         (at, actor_kind, account_id, session_id, on_behalf_of, delegation_id, action, subject_kind, subject_id, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        this.clock.now(),
        who ? 'account' : actor,
        who?.accountId ?? null,
        who?.sessionId ?? null,
        who?.onBehalfOf?.householdId ?? null,
        who?.onBehalfOf?.delegationId ?? null,
        action,
        subjectKind,
        subjectId,
        JSON.stringify(details),
      ],
    );
  }
}

import { sql, type Actor, type Tx } from '@choxa/platform';
import type { ProposalOutcome } from './period-proposal.entity.js';
import type { Proposal } from './proposals.query.js';

/** Writes how an open proposal ended, and by whom. */
export async function endProposal(tx: Tx, actor: Actor, { id }: Pick<Proposal, 'id'>, outcome: ProposalOutcome, at: Date): Promise<void> {
  await sql(tx, 'update audit.period_proposal set outcome = $2, ended_at = $3, ended_by = $4 where id = $1 and outcome is null', [
    id,
    outcome,
    at,
    actor.accountId,
  ]);
}

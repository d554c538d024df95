import { sql, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import type { PeriodProposalEntity } from './period-proposal.entity.js';

/** A proposal to close or correct a period, with the names and hashes around it. */
export interface Proposal extends Omit<PeriodProposalEntity, 'document' | 'endedAt' | 'endedBy'> {
  proposedByName: string;
  /** Hash of the version before, which it would correct; null for the first. */
  corrects: string | null;
}

const PROPOSAL = `
  select proposal.id, proposal.period, proposal.version, proposal.reason, proposal.sha256, proposal.proposed_at as "proposedAt",
    proposal.proposed_by as "proposedBy", proposal.outcome, proposer.name as "proposedByName", before.sha256 as corrects
  from audit.period_proposal proposal
  join audit.inspector proposer on proposer.account_id = proposal.proposed_by
  left join audit.period_version before on before.period = proposal.period and before.version = proposal.version - 1`;

/** The proposal that waits in a period; null without one. `lock`: whoever ends it waits for rivals. */
export async function openProposal(tx: Tx, period: string, lock: '' | 'for update' = ''): Promise<Proposal | null> {
  const ofProposal = lock && `${lock} of proposal`;
  const [row] = await sql<Proposal>(tx, `${PROPOSAL} where proposal.period = $1 and proposal.outcome is null ${ofProposal}`, [period]);
  return row ?? null;
}

/** @throws Problem `period.not-proposed` */
export async function mustBeOpen(tx: Tx, period: string, lock: '' | 'for update' = ''): Promise<Proposal> {
  const proposal = await openProposal(tx, period, lock);
  if (!proposal) throw auditProblem('period.not-proposed');
  return proposal;
}

/** What stands of proposals, one a period: the open one, or the last where it lapsed and nobody has proposed anew. */
export async function standingProposals(tx: Tx): Promise<Proposal[]> {
  return sql<Proposal>(
    tx,
    `select * from (
       select distinct on (period) * from (${PROPOSAL}) one order by period, (outcome is null) desc, "proposedAt" desc
     ) last where outcome is null or outcome = 'lapsed'`,
  );
}

/** The document of the proposal that waits; null without one. */
export async function proposedDocument(tx: Tx, period: string): Promise<string | null> {
  const [row] = await sql<{ document: string }>(tx, 'select document from audit.period_proposal where period = $1 and outcome is null', [
    period,
  ]);
  return row?.document ?? null;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ProposalOutcome = 'confirmed' | 'withdrawn' | 'lapsed';

/**
 * An official of the nation proposes to close a period, or to correct a closed one, with the document that would be signed. Another confirms it;
 * it is withdrawn, or lapses when the facts have come to say something else. One at a time is open in a period.
 */
@Entity({ schema: 'audit', name: 'period_proposal' })
@Index('period_proposal_open', ['period'], { unique: true, where: 'outcome is null' })
@Index('period_proposal_period', ['period', 'proposedAt'])
@Check('period_proposal_version', 'version >= 1')
@Check('period_proposal_reason', '(version = 1) = (reason is null)')
@Check('period_proposal_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('period_proposal_outcome', `outcome in ('confirmed', 'withdrawn', 'lapsed')`)
@Check('period_proposal_ended', '(outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)')
@Check('period_proposal_by_two', `outcome is distinct from 'confirmed' or ended_by <> proposed_by`)
export class PeriodProposalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_period_proposal' })
  id: string;

  /** `2026-Q3`, `2026-Q3-YTD` or `2026`. */
  @Column('text')
  period: string;

  /** The version it would become. */
  @Column('int')
  version: number;

  /** Why it is to be corrected; null for the first version. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Canonical JSON, to the byte what is signed when it is confirmed. */
  @Column('text')
  document: string;

  /** Of the document, hex. */
  @Column('text')
  sha256: string;

  /** Its figures are of this moment. */
  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt: Date;

  /** Account of the official. */
  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;

  /** Null while it is open. */
  @Column('text', { nullable: true })
  outcome: ProposalOutcome | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Who confirmed or withdrew it, or tried to confirm it when it lapsed. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}

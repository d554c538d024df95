import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PayoutBatchEntity } from './payout-batch.entity.js';

/** `waiting`: the bank has not said yet. `failed`: the money did not arrive, so the parcels are due again. */
export const LINE_STATES = ['waiting', 'paid', 'failed'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One sender's sum in a batch. Who the sender is stands with its parcels. */
@Entity({ schema: 'postal', name: 'payout_line' })
@Unique('payout_line_place', ['batchId', 'place'])
@Check('payout_line_amounts', 'collected_vnd > 0 and paid_vnd between 0 and collected_vnd')
@Check(
  'payout_line_state',
  `state in ('waiting', 'paid', 'failed') and (state = 'waiting') = (settled_at is null) and (settled_at is null) = (settled_by is null)`,
)
@Check('payout_line_reason', `(state = 'failed') = (reason is not null)`)
export class PayoutLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_payout_line' })
  id: string;

  @ForeignKey(() => PayoutBatchEntity, { name: 'payout_line_batch' })
  @Column('uuid', { name: 'batch_id' })
  batchId: string;

  /** From 1. */
  @Column('int')
  place: number;

  @Column('bigint', { name: 'collected_vnd' })
  collectedVnd: number;

  /** Collected less the postage that was not paid before. */
  @Column('bigint', { name: 'paid_vnd' })
  paidVnd: number;

  @Column('text')
  state: LineState;

  /** Why the money did not arrive. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy: string | null;
}

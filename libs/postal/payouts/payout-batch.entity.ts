import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

export const BATCH_STATES = ['draft', 'confirmed', 'withdrawn'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/**
 * Cash on delivery that an operator pays out to many senders together, by its bank: all that was collected until a day. A second person confirms
 * it before the file goes to the bank.
 */
@Entity({ schema: 'postal', name: 'payout_batch' })
@Unique('payout_batch_reference', ['operatorId', 'reference'])
@Index('payout_batch_of_operator', ['operatorId', 'madeAt'])
@Check(
  'payout_batch_state',
  `state in ('draft', 'confirmed', 'withdrawn') and (state = 'draft') = (closed_at is null) and (closed_at is null) = (closed_by is null)`,
)
@Check('payout_batch_second_person', `state <> 'confirmed' or closed_by <> made_by`)
export class PayoutBatchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_payout_batch' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'payout_batch_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  /** `DOT2026112601`: the day and which of that day; with a line's place it stands with the money. */
  @Column('text')
  reference: string;

  /** Last local day of collection that is in it. */
  @Column('date', { name: 'cut_off' })
  cutOff: string;

  @Column('text')
  state: BatchState;

  /** Account. */
  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('text', { name: 'made_by_name' })
  madeByName: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** Account of whoever confirmed it, or took it back. */
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { name: 'closed_by_name', nullable: true })
  closedByName: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { OperatorEntity } from '../operators/operator.entity.js';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import type { Measures, Pattern } from './suspicion.rules.js';

export const REVIEW_STATES = ['open', 'upheld', 'dismissed'] as const;
/** `upheld`: the delivery is taken to be false; `dismissed`: it was an ordinary one. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A delivery that somebody who did not make it looks at again: because of what it shows, or because the recipient says it did not happen. */
@Entity({ schema: 'postal', name: 'delivery_review' })
@Index('delivery_review_queue', ['operatorId', 'state', 'openedAt'])
@Check('delivery_review_state', `state in ('open', 'upheld', 'dismissed')`)
@Check('delivery_review_decided', `(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)`)
@Check('delivery_review_disputed', '(disputed_at is null) = (dispute is null)')
@Check('delivery_review_why', 'cardinality(patterns) > 0 or disputed_at is not null')
@Check('delivery_review_other_person', 'decided_by <> courier_id')
export class DeliveryReviewEntity {
  /** Id of the EMI scan. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_delivery_review' })
  id: string;

  @ForeignKey(() => ParcelEntity, { name: 'delivery_review_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @ForeignKey(() => OperatorEntity, { name: 'delivery_review_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @ForeignKey(() => OfficeEntity, { name: 'delivery_review_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** Account of the person who delivered; never the one who decides. */
  @Column('uuid', { name: 'courier_id' })
  courierId: string;

  @Column('text', { array: true })
  patterns: Pattern[];

  @Column('jsonb')
  measures: Measures;

  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt: Date;

  @Column('text')
  state: ReviewState;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Until then the recipient may say that it did not happen. */
  @Column('timestamptz', { name: 'dispute_until' })
  disputeUntil: Date;

  @Column('timestamptz', { name: 'disputed_at', nullable: true })
  disputedAt: Date | null;

  /** The recipient's words. */
  @Column('text', { nullable: true })
  dispute: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}

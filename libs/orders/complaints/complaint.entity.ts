import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { ComplaintOutcome, ComplaintState, ComplaintTopic } from './complaint.rules.js';

/** A buyer's complaint about one seller order or its parcel, with the clock of its answer. It changes no fact of the delivery. */
@Entity({ schema: 'orders', name: 'complaint' })
@Unique('complaint_number', ['number'])
@Index('complaint_seller_order', ['sellerOrderId'])
@Index('complaint_unfinished', ['answerDueAt'], { where: `state <> 'closed'` })
@Check('complaint_state', `state in ('open', 'answered', 'escalated', 'closed')`)
@Check('complaint_closed', `(state = 'closed') = (outcome is not null) and (outcome is null) = (closed_at is null)`)
@Check('complaint_outcome', `outcome in ('solved', 'upheld', 'rejected', 'settled')`)
export class ComplaintEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** What its people read out on the telephone, e.g. `KN7K3M9QPA`. */
  @Column('text')
  number: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'complaint_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('text')
  topic: ComplaintTopic;

  @Column('text')
  state: ComplaintState;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'answer_due_at' })
  answerDueAt: Date;

  @Column('timestamptz', { name: 'escalated_at', nullable: true })
  escalatedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: ComplaintOutcome | null;

  /** Why it ended so. */
  @Column('text', { name: 'outcome_note', nullable: true })
  outcomeNote: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

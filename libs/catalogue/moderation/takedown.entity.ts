import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';
import type { TakedownDecision } from './takedown.rules.js';

/** An authority's request to take a product off the market place, carried out by an official; kept for good, with the appeal and its answer. */
@Entity({ schema: 'catalogue', name: 'takedown' })
@Check('takedown_clock', 'requested_at <= taken_down_at and requested_at < due_at')
@Check('takedown_appeal', '(appeal is null) = (appealed_at is null)')
@Check('takedown_decision', `decision in ('upheld', 'restored')`)
@Check('takedown_decided', '(decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)')
@Index('takedown_in_force', ['productId'], { unique: true, where: `decision is distinct from 'restored'` })
@Index('takedown_by_time', ['takenDownAt', 'id'])
export class TakedownEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ProductEntity, { name: 'takedown_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  /** Who asked for it. */
  @Column('text')
  authority: string;

  /** Number of its letter. */
  @Column('text', { name: 'document_number' })
  documentNumber: string;

  /** Told to the household and on the product's address. */
  @Column('text')
  reason: string;

  /** When the request came in: the clock starts. */
  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** When it had to be done at the latest, by the rule of that day. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** The rule the clock comes from. */
  @Column('text')
  basis: string;

  @Column('timestamptz', { name: 'taken_down_at' })
  takenDownAt: Date;

  @Column('uuid', { name: 'ordered_by' })
  orderedBy: string;

  /** Why the household thinks it wrong, or what it has put right. */
  @Column('text', { nullable: true })
  appeal: string | null;

  @Column('timestamptz', { name: 'appealed_at', nullable: true })
  appealedAt: Date | null;

  /** `restored` ends the takedown; `upheld` answers an appeal and leaves it in force. */
  @Column('text', { nullable: true })
  decision: TakedownDecision | null;

  @Column('text', { name: 'decision_note', nullable: true })
  decisionNote: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;
}

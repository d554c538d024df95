import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Which orders placed as a guest belong to whoever has proven the phone, from a day to a day. A number that is given up goes to somebody else
 * after a time: so a proof wears out, and what lies far before it may be a former holder's. A change is a new row.
 */
@Entity({ schema: 'orders', name: 'guest_order_rule' })
@Check('guest_order_rule_validity', 'valid_to >= valid_from')
@Check('guest_order_rule_days', 'proof_days >= 0 and whole_days > 0')
export class GuestOrderRuleEntity {
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** The last day; null while no end is known. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Orders placed up to this many days after the proof are still taken for the same person's. */
  @Column('int', { name: 'proof_days' })
  proofDays: number;

  /** Orders placed longer than this before the proof are only summed up: without name, street and page. */
  @Column('int', { name: 'whole_days' })
  wholeDays: number;

  @Column('text')
  basis: string;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A limit on cash on delivery, from a day until another (`checkout/cod-limits.rules.ts` says what each means). A change is a new row. */
@Entity({ schema: 'orders', name: 'order_limit' })
@Check('order_limit_value', 'value >= 0')
@Check('order_limit_validity', 'valid_to >= valid_from')
export class OrderLimitEntity {
  @PrimaryColumn('text')
  rule: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day on which it holds; null while it goes on. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('bigint')
  value: number;

  /** The decision it rests on. */
  @Column('text')
  basis: string;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermUnit } from './term.rules.js';

/** What silence until the end of a term means. */
export type TermConsequence = 'agreed' | 'refunded';

/** How long the law or the house gives for something after a sale, from a day on. A change of law is a row. An amount of 0: not at all. */
@Entity({ schema: 'orders', name: 'after_sale_term' })
@Check('after_sale_term_amount', 'amount >= 0')
@Check('after_sale_term_unit', `unit in ('hour', 'day', 'working_day', 'month')`)
@Check('after_sale_term_consequence', `consequence in ('agreed', 'refunded')`)
@Check('after_sale_term_validity', 'valid_to is null or valid_to > valid_from')
export class AfterSaleTermEntity {
  /** What it is the term of, e.g. `return:fault`. */
  @PrimaryColumn('text')
  kind: string;

  /** Only for goods of this product set; empty: for all that have no row of their own. */
  @PrimaryColumn('text', { name: 'set_code' })
  setCode: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the row no longer holds; null while it does. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int')
  amount: number;

  @Column('text')
  unit: TermUnit;

  /** The law or rule of the house it rests on. */
  @Column('text')
  basis: string;

  /** What happens when nobody acts until its end; null: nothing by itself. */
  @Column('text', { nullable: true })
  consequence: TermConsequence | null;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many codes go out in a day, from a day to a day: to one block of numbers, or over all. A change is a new row. */
@Entity({ schema: 'identity', name: 'send_limit' })
@Check('send_limit_scope', `scope in ('block', 'all')`)
@Check('send_limit_per_day', 'per_day >= 0')
@Check('send_limit_validity', 'valid_to >= valid_from')
export class SendLimitEntity {
  @PrimaryColumn('text')
  scope: 'block' | 'all';

  @Column('int', { name: 'per_day' })
  perDay: number;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** The last day; null while no end is known. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Why it is so. */
  @Column('text')
  basis: string;
}

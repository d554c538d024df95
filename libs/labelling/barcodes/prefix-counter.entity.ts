import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Where to look next for a free number inside a company prefix. One row per prefix, whoever uses it: households of one subject share it. */
@Entity({ schema: 'labelling', name: 'prefix_counter' })
@Check('prefix_counter_next', 'next_reference >= 0')
export class PrefixCounterEntity {
  @PrimaryColumn('text')
  prefix: string;

  @Column('bigint', { name: 'next_reference' })
  nextReference: number;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Codes sent on one local day to one block of numbers (`+84912345`), or to `all`. */
@Entity({ schema: 'identity', name: 'code_count' })
@Check('code_count_sent', 'sent > 0')
export class CodeCountEntity {
  @PrimaryColumn('text')
  subject: string;

  @PrimaryColumn('date')
  day: string;

  @Column('int')
  sent: number;
}

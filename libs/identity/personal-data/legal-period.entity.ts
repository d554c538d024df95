import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many working days the law (or the house) gives for something, from a day on. A change of law is a row. */
@Entity({ schema: 'identity', name: 'legal_period' })
@Check('legal_period_validity', 'valid_to is null or valid_to > valid_from')
@Check('legal_period_days', 'working_days >= 0')
export class LegalPeriodEntity {
  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the row no longer holds; null while it does. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int', { name: 'working_days' })
  workingDays: number;

  @Column('text')
  basis: string;
}

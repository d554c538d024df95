import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * How far a household of the registers came in a period: an entry of its commune's register as of the period's last day, and from when on its
 * household shows and sells. So nothing depends on when the rows were written, and a running period asks what holds by now.
 */
@Entity({ schema: 'audit', name: 'register_period' })
@Index('register_period_commune', ['communeCode', 'period'])
@Index('register_period_household', ['householdId', 'period'])
@Check('register_period_sold', 'sold_to_others_at >= sold_at')
export class RegisterPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId: string;

  /** Null while it is not known whom the entry means; then nothing else is known either. */
  @Column('uuid', { name: 'household_id', nullable: true })
  householdId: string | null;

  /** Place of the register. */
  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** A recognition holds on a day of the period. */
  @Column('boolean')
  recognised: boolean;

  /** The instant of the period at which a product had been shown for a day; null where none is. */
  @Column('timestamptz', { name: 'shown_at', nullable: true })
  shownAt: Date | null;

  /** The first delivery in the period that did not go back by its cut-off. */
  @Column('timestamptz', { name: 'sold_at', nullable: true })
  soldAt: Date | null;

  /** The first of them that is no self-dealing. */
  @Column('timestamptz', { name: 'sold_to_others_at', nullable: true })
  soldToOthersAt: Date | null;
}

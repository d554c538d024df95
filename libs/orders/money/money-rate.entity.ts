import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChargeKind } from './money.rules.js';

/** What is taken from the price of delivered goods: a fee of the platform, tax withheld for the state. Without a row nothing is. */
@Entity({ schema: 'orders', name: 'money_rate' })
@Check('money_rate_kind', `kind in ('fee', 'tax')`)
@Check('money_rate_rate', 'rate_per_myriad between 0 and 10000')
@Check('money_rate_period', 'valid_to is null or valid_to >= valid_from')
export class MoneyRateEntity {
  @PrimaryColumn('text')
  kind: ChargeKind;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null while it is in force. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Hundredths of a percent. */
  @Column('int', { name: 'rate_per_myriad' })
  ratePerMyriad: number;

  @Column('text')
  basis: string;
}

import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Cash on delivery of several seller orders that the post paid out to a household in one sum. */
@Entity({ schema: 'orders', name: 'remittance' })
@Unique('remittance_once', ['operatorCode', 'reference', 'householdId'])
@Index('remittance_household', ['householdId', 'remittedAt'])
@Check('remittance_amount', 'amount_vnd >= 0')
export class RemittanceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'operator_code' })
  operatorCode: string;

  /** What the post writes with the money. */
  @Column('text')
  reference: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('timestamptz', { name: 'remitted_at' })
  remittedAt: Date;

  /** When it was found in a statement of the household's bank. */
  @Column('timestamptz', { name: 'reconciled_at', nullable: true })
  reconciledAt: Date | null;
}

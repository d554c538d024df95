import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

/** Cash an office brought to the operator's bank account. */
@Entity({ schema: 'postal', name: 'cash_deposit' })
@Unique('cash_deposit_reference', ['officeId', 'reference'])
@Check('cash_deposit_amount', 'amount_vnd > 0')
export class CashDepositEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cash_deposit' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'cash_deposit_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  /** Number of the bank's slip. */
  @Column('text')
  reference: string;

  @Column('timestamptz', { name: 'deposited_at' })
  depositedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'deposited_by' })
  depositedBy: string;
}

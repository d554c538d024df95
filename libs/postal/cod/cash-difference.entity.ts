import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { CashCountEntity } from './cash-count.entity.js';

/** What was missing (below zero) or too much when a person's cash was counted against the books, and what they said to it. */
@Entity({ schema: 'postal', name: 'cash_difference' })
@Index('cash_difference_of_office', ['officeId', 'recordedAt'])
@Check('cash_difference_amount', 'amount_vnd <> 0')
export class CashDifferenceEntity {
  @ForeignKey(() => CashCountEntity, { name: 'cash_difference_count' })
  @PrimaryColumn('uuid', { name: 'count_id', primaryKeyConstraintName: 'PK_cash_difference' })
  countId: string;

  @ForeignKey(() => OfficeEntity, { name: 'cash_difference_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'holder_id' })
  holderId: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** Account of the cashier. */
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}

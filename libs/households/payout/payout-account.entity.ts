import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';

/** Where a household's money goes from an instant on, unless it was cancelled before. The newest that has taken effect counts; all are kept. */
@Entity({ schema: 'households', name: 'payout_account' })
@Index('payout_account_of_household', ['householdId', 'effectiveAt'])
@Check('payout_account_number', `account_number ~ '^[0-9A-Z]{4,19}$'`)
@Check('payout_account_delay', `effective_at >= asked_at + interval '24 hours'`)
@Check('payout_account_cancelled', '(cancelled_at is null) = (cancelled_by is null) and cancelled_at < effective_at')
export class PayoutAccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'payout_account_household' })
  household?: HouseholdEntity;

  @Column('text', { name: 'bank_bin' })
  bankBin: string;

  /** Short name of the bank as it was. */
  @Column('text', { name: 'bank_name' })
  bankName: string;

  @Column('text', { name: 'account_number' })
  accountNumber: string;

  /** As the bank writes it: capitals without marks. */
  @Column('text', { name: 'holder_name' })
  holderName: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'effective_at' })
  effectiveAt: Date;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy: string | null;
}

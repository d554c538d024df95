import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/** Steps of the cash on delivery of a parcel. */
export type CodStep = 'due' | 'collected' | 'cancelled' | 'remitted';

/**
 * `recipient` owes it, somebody of the post holds the `cash`, the post owes it to the `sender`; it is paid from the post's `bank`, less the
 * `postage` which the post has earned.
 */
export type CodAccount = 'recipient' | 'cash' | 'sender' | 'bank' | 'postage';

/** One side of a booking. The entries of a journal sum to zero; nothing is ever changed or deleted. */
@Entity({ schema: 'postal', name: 'cod_entry' })
@Index('cod_entry_once', ['parcelNumber', 'step', 'account'], { unique: true })
@Index('cod_entry_journal', ['journalId'])
@Check('cod_entry_step', `step in ('due', 'collected', 'cancelled', 'remitted')`)
@Check(
  'cod_entry_account',
  `account in ('recipient', 'cash', 'sender', 'bank', 'postage') and (account = 'cash') = (holder_id is not null)`,
)
@Check('cod_entry_amount', 'amount_vnd <> 0')
export class CodEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cod_entry' })
  id: string;

  @Column('uuid', { name: 'journal_id' })
  journalId: string;

  @ForeignKey(() => ParcelEntity, { name: 'cod_entry_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  step: CodStep;

  @Column('text')
  account: CodAccount;

  /** Account of the person who holds the cash. */
  @Column('uuid', { name: 'holder_id', nullable: true })
  holderId: string | null;

  /** Whole đồng; what is owed to the post is positive, what it owes is negative. */
  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('timestamptz', { name: 'booked_at' })
  bookedAt: Date;
}

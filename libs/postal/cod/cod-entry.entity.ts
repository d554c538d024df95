import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/**
 * Steps of the cash on delivery. Of a parcel: due, collected, cancelled, remitted, or a journal that undoes one of these. Of money that has
 * come together: handed over by a courier to the office, deposited by the office in the bank, a shortage repaid. And what was paid at a counter.
 */
export type CodStep = 'due' | 'collected' | 'cancelled' | 'remitted' | 'handed_over' | 'deposited' | 'counter' | 'repaid' | 'reversed';

/**
 * `recipient` owes it; a person of the post holds it as `cash`, then a drawer as `office_cash`, then the `bank`; what was missing when a person
 * was counted is their `shortage`, what was too much their `overage` (negative). The post owes it to the `sender` and pays from the bank, less
 * the `postage` which it has earned.
 */
export type CodAccount = 'recipient' | 'cash' | 'office_cash' | 'shortage' | 'overage' | 'sender' | 'bank' | 'postage';

/** One side of a booking. The entries of a journal sum to zero; nothing is ever changed or deleted. */
@Entity({ schema: 'postal', name: 'cod_entry' })
@Index('cod_entry_once', ['parcelNumber', 'step', 'account', 'round'], { unique: true, where: `step <> 'reversed'` })
@Index('cod_entry_reversed_once', ['reverses', 'account'], { unique: true, where: 'reverses is not null' })
@Index('cod_entry_journal', ['journalId'])
@Index('cod_entry_of_holder', ['officeId', 'holderId', 'bookedAt'], { where: 'holder_id is not null' })
@Check(
  'cod_entry_step',
  `step in ('due', 'collected', 'cancelled', 'remitted', 'handed_over', 'deposited', 'counter', 'repaid', 'reversed')`,
)
@Check(
  'cod_entry_account',
  `account in ('recipient', 'cash', 'office_cash', 'shortage', 'overage', 'sender', 'bank', 'postage')
    and (account in ('cash', 'office_cash', 'shortage', 'overage')) = (holder_id is not null)`,
)
@Check('cod_entry_of_parcel', `step = 'counter' or (step in ('handed_over', 'deposited', 'repaid')) = (parcel_number is null)`)
@Check('cod_entry_reversal', `(step = 'reversed') = (reverses is not null)`)
@Check('cod_entry_amount', 'amount_vnd <> 0')
export class CodEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cod_entry' })
  id: string;

  @Column('uuid', { name: 'journal_id' })
  journalId: string;

  /** Null where money of many parcels moves together. */
  @ForeignKey(() => ParcelEntity, { name: 'cod_entry_parcel' })
  @Column('text', { name: 'parcel_number', nullable: true })
  parcelNumber: string | null;

  @Column('text')
  step: CodStep;

  @Column('text')
  account: CodAccount;

  /** Account of the person, or id of the office, whose cash, shortage or overage it is. */
  @Column('uuid', { name: 'holder_id', nullable: true })
  holderId: string | null;

  /** Where the cash was when this was booked. */
  @ForeignKey(() => OfficeEntity, { name: 'cod_entry_office' })
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  /** Whole đồng; what is owed to the post is positive, what it owes is negative. */
  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  /** The journal that this one undoes. */
  @Column('uuid', { nullable: true })
  reverses: string | null;

  /** How often this step of the parcel was undone before. */
  @Column('int', { default: 0 })
  round: number;

  @Column('timestamptz', { name: 'booked_at' })
  bookedAt: Date;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerAccount } from './ledger.rules.js';

/** One side of a journal. A deferred trigger wants each journal's entries to sum to zero, and their journal to be there. */
@Entity({ schema: 'orders', name: 'ledger_entry' })
@Check('ledger_entry_account', `account in ('buyer', 'household', 'postage', 'fee', 'tax', 'cod_at_post', 'gateway', 'bank', 'refund')`)
@Check('ledger_entry_amount', 'amount_vnd <> 0')
export class LedgerEntryEntity {
  @PrimaryColumn('text', { name: 'journal_key' })
  journalKey: string;

  @PrimaryColumn('text')
  account: LedgerAccount;

  /** Whole đồng. */
  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;
}

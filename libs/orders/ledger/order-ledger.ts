import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import { isBalanced, takeBackEntries, type Balances, type JournalKind, type LedgerAccount, type LedgerEntry } from './ledger.rules.js';

export interface Journal {
  /** Once per key: what happened and to what. */
  key: string;
  sellerOrderId: string;
  kind: JournalKind;
  at: Date;
  entries: LedgerEntry[];
}

/** The books of the seller orders: double entry, whole đồng, append-only. */
@Injectable()
export class OrderLedger {
  /**
   * Writes a journal, in the transaction of what it tells. False when its key is there already, or when it has no entries: then nothing happens.
   * Throws for entries that do not sum to zero.
   */
  async post(tx: Tx, { key, sellerOrderId, kind, at, entries }: Journal): Promise<boolean> {
    if (!isBalanced(entries)) throw new Error(`journal ${key} does not sum to zero`);
    if (!entries.length) return false;
    const written = await sql(
      tx,
      `with journal as (
         insert into orders.ledger_journal (key, seller_order_id, kind, at) values ($1, $2, $3, $4) on conflict (key) do nothing returning key)
       insert into orders.ledger_entry (journal_key, account, amount_vnd)
       select journal.key, given.account, given.amount_vnd from journal, unnest($5::text[], $6::bigint[]) as given (account, amount_vnd)
       returning 1 as one`,
      [key, sellerOrderId, kind, at, entries.map(({ account }) => account), entries.map(({ amountVnd }) => amountVnd)],
    );
    return written.length > 0;
  }

  /** Undoes the sale as the books stand; what the buyer had paid is then owed back. Once per seller order and kind. */
  async takeBack(tx: Tx, sellerOrderId: string, kind: 'cancellation' | 'return', at: Date): Promise<boolean> {
    const entries = takeBackEntries(await this.balances(tx, sellerOrderId));
    return this.post(tx, { key: `${kind}:${sellerOrderId}`, sellerOrderId, kind, at, entries });
  }

  /** Undoes what {@link takeBack} wrote: the sale goes on after all. */
  async reverse(tx: Tx, sellerOrderId: string, kind: 'cancellation', at: Date): Promise<boolean> {
    const entries = await sql<LedgerEntry>(
      tx,
      'select account, -amount_vnd as "amountVnd" from orders.ledger_entry where journal_key = $1',
      [`${kind}:${sellerOrderId}`],
    );
    return this.post(tx, { key: `${kind}-reversed:${sellerOrderId}`, sellerOrderId, kind: 'adjustment', at, entries });
  }

  /** What stands on each account of a seller order. */
  async balances(tx: Tx, sellerOrderId: string): Promise<Balances> {
    const rows = await sql<{ account: LedgerAccount; amountVnd: number }>(
      tx,
      `select entry.account, sum(entry.amount_vnd)::bigint as "amountVnd"
         from orders.ledger_journal journal join orders.ledger_entry entry on entry.journal_key = journal.key
        where journal.seller_order_id = $1 group by entry.account`,
      [sellerOrderId],
    );
    return Object.fromEntries(rows.map(({ account, amountVnd }) => [account, amountVnd]));
  }
}

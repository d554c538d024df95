import { sql, type Database } from '@choxa/platform';

/**
 * `unbalanced`: a journal whose entries do not sum to zero · `empty`: one without entries · `orphan`: entries without their journal ·
 * `unsold`: a seller order without its sale · `undecided`: books that say otherwise than the payment does.
 */
export type LedgerFaultKind = 'unbalanced' | 'empty' | 'orphan' | 'unsold' | 'undecided';

export interface LedgerFault {
  kind: LedgerFaultKind;
  /** Key of the journal, or id of the seller order. */
  id: string;
}

/** Goes through the whole ledger of the orders, as the constraints would not have let it become. */
export class VerifyLedger {
  constructor(private readonly db: Database) {}

  /** The first faults of each kind; none when all is well. */
  async run(): Promise<{ journals: number; faults: LedgerFault[] }> {
    const faults: LedgerFault[] = [];
    for (const [kind, text] of Object.entries(CHECKS) as [LedgerFaultKind, string][]) {
      const rows = await sql<{ id: string }>(this.db.read, `${text} order by 1 limit 5`);
      faults.push(...rows.map(({ id }) => ({ kind, id })));
    }
    const [counted] = await sql<{ n: number }>(this.db.read, 'select count(*)::int as n from orders.ledger_journal');
    return { journals: counted!.n, faults };
  }
}

const CHECKS: Record<LedgerFaultKind, string> = {
  unbalanced: 'select journal_key as id from orders.ledger_entry group by journal_key having sum(amount_vnd) <> 0',
  empty: `select key as id from orders.ledger_journal where not exists (select from orders.ledger_entry where journal_key = key)`,
  orphan: `select distinct journal_key as id from orders.ledger_entry where not exists (select from orders.ledger_journal where key = journal_key)`,
  unsold: `select id::text from orders.seller_order part where not exists (select from orders.ledger_journal where key = 'sale:' || part.id)`,
  undecided: `
    select payment.seller_order_id::text as id from orders.payment_intent payment
      join lateral (
        select coalesce(sum(amount_vnd) filter (where account = 'buyer'), 0) as buyer,
               coalesce(sum(amount_vnd) filter (where account = 'cod_at_post'), 0) as cod_at_post
          from orders.ledger_journal journal join orders.ledger_entry entry on entry.journal_key = journal.key
         where journal.seller_order_id = payment.seller_order_id) book on true
     where (payment.state = 'due') <> (book.buyer > 0) or (payment.state = 'collected' and book.cod_at_post <= 0)`,
};

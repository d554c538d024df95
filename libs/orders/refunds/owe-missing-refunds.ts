import { Database, Every, sql } from '@choxa/platform';
import { OweRefund } from './owe-refund.js';

/**
 * Money that the books owe to a buyer without a refund recorded: goods a household did not have of a paid order, a payment that came after its
 * cancellation.
 */
@Every(60)
export class OweMissingRefunds {
  constructor(
    private readonly db: Database,
    private readonly oweRefund: OweRefund,
  ) {}

  /** The number of refunds recorded. */
  async run(): Promise<number> {
    const waiting = await sql<{ id: string; state: string }>(this.db.read, MISSING);
    let recorded = 0;
    for (const { id, state } of waiting)
      recorded += await this.db.transaction(async (tx) => {
        await sql(tx, 'select id from orders.seller_order where id = $1 for update', [id]);
        return (await this.oweRefund.run(tx, 'system', id, state === 'cancelled' ? 'late-payment' : 'reduction')) > 0 ? 1 : 0;
      });
    return recorded;
  }
}

const MISSING = `
  select part.id, part.state
    from (select journal.seller_order_id as id, -sum(entry.amount_vnd) as owed
            from orders.ledger_journal journal join orders.ledger_entry entry on entry.journal_key = journal.key
           where entry.account = 'refund' group by journal.seller_order_id having sum(entry.amount_vnd) < 0) books
    join orders.seller_order part on part.id = books.id
   where books.owed > (select coalesce(sum(amount_vnd), 0) from orders.refund where seller_order_id = part.id and state = 'due')
   order by part.id limit 500`;

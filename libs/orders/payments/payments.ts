import { Injectable } from '@nestjs/common';
import { sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { paidEntries, reductionEntries, remittedEntries, type JournalKind, type LedgerEntry } from '../ledger/ledger.rules.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import { sellerOrderOf } from '../parcels/divided-parcels.js';
import { canPay, type PaymentMethod, type PaymentState } from './payment.rules.js';

export interface LockedPayment {
  sellerOrderId: string;
  method: PaymentMethod;
  state: PaymentState;
  amountVnd: number;
  householdId: string;
}

/** What the buyer would have paid for the goods that are not sold. */
interface TakenBack {
  /** Of the journal. */
  key: string;
  kind: 'return' | 'adjustment';
  goodsVnd: number;
  postageVnd: number;
}

/** Cash of one of several parcels, and what of it was paid out. */
interface PaidOutParcel {
  id: string;
  collectedVnd: number;
  paidVnd: number;
}

/** The one place where a payment's state changes, with its journal in the books. */
@Injectable()
export class Payments {
  constructor(
    private readonly ledger: OrderLedger,
    private readonly trail: Trail,
  ) {}

  /** Locks the payment of a seller order; null when there is none. */
  async lock(tx: Tx, sellerOrderId: string): Promise<LockedPayment | null> {
    return this.locked(tx, 'payment.seller_order_id = $1', sellerOrderId);
  }

  /** Locks the payment of the seller order the post carries under a reference; null when there is none. */
  async lockByParcel(tx: Tx, senderReference: string): Promise<LockedPayment | null> {
    return this.locked(tx, `payment.seller_order_id = ${sellerOrderOf('$1::uuid')}`, senderReference);
  }

  /** Locks the payment with a reference; null when there is none. */
  async lockByReference(tx: Tx, reference: string): Promise<LockedPayment | null> {
    return this.locked(tx, 'payment.reference = $1', reference);
  }

  /** Whether the household should wait: the order is paid before it is packed, and the money has not come. */
  async isAwaited(tx: Tx, sellerOrderId: string): Promise<boolean> {
    const [row] = await sql(tx, `select 1 from orders.payment_intent where seller_order_id = $1 and state = 'due' and method <> 'cod'`, [
      sellerOrderId,
    ]);
    return row !== undefined;
  }

  /** The post has collected the cash at the door. */
  async collected(tx: Tx, sellerOrderId: string, collectedVnd: number, at: Date): Promise<void> {
    const payment = await this.lock(tx, sellerOrderId);
    if (payment?.method !== 'cod' || !(await this.move(tx, 'system', payment, 'collected', at))) return;
    await this.book(tx, payment, 'cod-collected', paidEntries('cod_at_post', collectedVnd), at);
  }

  /** The post has collected the cash of one of several parcels. The payment is collected with the last of them: {@link allCollected}. */
  async collectedWith(tx: Tx, sellerOrderId: string, parcelId: string, collectedVnd: number, at: Date): Promise<void> {
    const payment = await this.lock(tx, sellerOrderId);
    if (payment?.method !== 'cod') return;
    const entries = paidEntries('cod_at_post', collectedVnd);
    await this.ledger.post(tx, { key: `cod-collected:${parcelId}`, sellerOrderId, kind: 'cod-collected', at, entries });
  }

  /** No parcel is on its way any more: cash is with the post or, where it has paid all of it out meanwhile, with the household. */
  async allCollected(tx: Tx, sellerOrderId: string, at: Date): Promise<void> {
    const payment = await this.lock(tx, sellerOrderId);
    if (payment?.method !== 'cod' || !(await this.move(tx, 'system', payment, 'collected', at))) return;
    if (!(await this.ledger.balances(tx, sellerOrderId)).cod_at_post) await this.move(tx, 'system', payment, 'remitted', at);
  }

  /** A part of the goods is not sold after all: nobody owes for it, and what was paid for it is owed back to the buyer. */
  async takenBack(tx: Tx, sellerOrderId: string, { key, kind, goodsVnd, postageVnd }: TakenBack, at: Date): Promise<void> {
    const payment = await this.lock(tx, sellerOrderId);
    const paid = payment!.state !== 'due';
    await this.ledger.post(tx, { key, sellerOrderId, kind, at, entries: reductionEntries({ goodsVnd, postageVnd, paid }) });
    if (!paid)
      await sql(tx, 'update orders.payment_intent set amount_vnd = amount_vnd - $2::bigint, changed_at = $3 where seller_order_id = $1', [
        sellerOrderId,
        goodsVnd + postageVnd,
        at,
      ]);
  }

  /** The post has paid out the cash of one of several parcels. The payment is remitted when all of it is. */
  async remittedWith(tx: Tx, payment: LockedPayment, { id, collectedVnd, paidVnd }: PaidOutParcel, at: Date): Promise<void> {
    const { sellerOrderId } = payment;
    const entries = remittedEntries({ collectedVnd, remittedVnd: paidVnd });
    await this.ledger.post(tx, { key: `cod-remitted:${id}`, sellerOrderId, kind: 'cod-remitted', at, entries });
    if (payment.state === 'collected' && !(await this.ledger.balances(tx, sellerOrderId)).cod_at_post)
      await this.move(tx, 'system', payment, 'remitted', at);
  }

  /** The post has paid `remittedVnd` of the cash out to the household. False when it had, or has nothing to pay out. */
  async remitted(tx: Tx, payment: LockedPayment, remittedVnd: number, at: Date): Promise<boolean> {
    if (!(await this.move(tx, 'system', payment, 'remitted', at))) return false;
    const collectedVnd = (await this.ledger.balances(tx, payment.sellerOrderId)).cod_at_post ?? 0;
    await this.book(tx, payment, 'cod-remitted', remittedEntries({ collectedVnd, remittedVnd }), at);
    return true;
  }

  /**
   * The buyer's money has come without the post. What comes after a cancellation is owed back.
   * False when it is neither waited for nor owed back, e.g. because it had come already.
   */
  async paid(tx: Tx, actor: TrailActor, payment: LockedPayment, at: Date): Promise<boolean> {
    const late = payment.state === 'void';
    if (payment.method === 'cod' || !(await this.move(tx, actor, payment, late ? 'refund_due' : 'paid', at))) return false;
    const through = payment.method === 'gateway' ? 'gateway' : 'bank';
    const kind = through === 'gateway' ? 'paid-through-gateway' : 'paid-by-transfer';
    await this.book(tx, payment, kind, paidEntries(through, payment.amountVnd, late ? 'refund' : 'buyer'), at);
    return true;
  }

  /** First the seller order, then its payment: whoever cancels takes the locks in the same sequence. */
  private async locked(tx: Tx, which: string, value: string): Promise<LockedPayment | null> {
    const [row] = await sql<LockedPayment>(
      tx,
      `with part as materialized (
         select id, household_id from orders.seller_order
          where id = (select seller_order_id from orders.payment_intent payment where ${which}) for update)
       select payment.seller_order_id as "sellerOrderId", payment.method, payment.state, payment.amount_vnd as "amountVnd",
              part.household_id as "householdId"
         from part join orders.payment_intent payment on payment.seller_order_id = part.id for update of payment`,
      [value],
    );
    return row ?? null;
  }

  private async move(tx: Tx, actor: TrailActor, payment: LockedPayment, to: PaymentState, at: Date): Promise<boolean> {
    const { sellerOrderId, householdId, state: from, amountVnd } = payment;
    if (!canPay(from, to)) return false;
    await sql(tx, 'update orders.payment_intent set state = $2, changed_at = $3 where seller_order_id = $1', [sellerOrderId, to, at]);
    const details = { householdId, from, to, amountVnd };
    await this.trail.record(tx, actor, { action: 'payment.moved', subjectKind: 'seller-order', subjectId: sellerOrderId, details });
    payment.state = to;
    return true;
  }

  private async book(tx: Tx, { sellerOrderId }: LockedPayment, kind: JournalKind, entries: LedgerEntry[], at: Date): Promise<void> {
    await this.ledger.post(tx, { key: `${kind}:${sellerOrderId}`, sellerOrderId, kind, at, entries });
  }
}

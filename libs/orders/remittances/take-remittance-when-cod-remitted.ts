import { randomUUID } from 'node:crypto';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { CodRemitted, type CodRemittedV1, type RemittedParcelV1 } from '@choxa/postal-contract';
import { dividedParcels } from '../parcels/divided-parcels.js';
import { Payments, type LockedPayment } from '../payments/payments.js';

interface Remitted extends RemittedParcelV1 {
  payment: LockedPayment;
  /** One of several parcels of its seller order. */
  divided: boolean;
}

/** The post has paid cash out to households: their payments are no longer with the post. A reference we do not know is another sender's. */
@Handles(CodRemitted)
export class TakeRemittanceWhenCodRemitted implements EventHandler<CodRemittedV1> {
  constructor(private readonly payments: Payments) {}

  async handle(tx: Tx, { data }: EventEnvelope<CodRemittedV1>): Promise<void> {
    const remitted: Remitted[] = [];
    // In id order, so that rivals wait for each other instead of deadlocking.
    for (const parcel of data.parcels.toSorted((a, b) => (a.senderReference < b.senderReference ? -1 : 1))) {
      const payment = await this.payments.lockByParcel(tx, parcel.senderReference);
      if (!payment) continue;
      const one = (await dividedParcels(tx, payment.sellerOrderId)).find(({ id }) => id === parcel.senderReference);
      // Events may overtake each other; the delivery books the cash that is paid out here. The queue tries again.
      if (one ? !one.outcome : payment.state === 'due')
        throw new Error(`seller order ${payment.sellerOrderId}: remitted before its delivery arrived`);
      remitted.push({ ...parcel, payment, divided: one !== undefined });
    }
    for (const [householdId, parcels] of Map.groupBy(remitted, ({ payment }) => payment.householdId))
      await this.take(tx, data, householdId, parcels);
  }

  private async take(
    tx: Tx,
    { operatorCode, reference, remittedAt }: CodRemittedV1,
    householdId: string,
    parcels: Remitted[],
  ): Promise<void> {
    const id = randomUUID();
    const paidVnd = parcels.reduce((sum, parcel) => sum + parcel.paidVnd, 0);
    await sql(
      tx,
      `insert into orders.remittance (id, household_id, operator_code, reference, amount_vnd, remitted_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, householdId, operatorCode, reference, paidVnd, remittedAt],
    );
    for (const { payment, divided, senderReference, collectedVnd, paidVnd: remittedVnd } of parcels) {
      const parcel = { id: senderReference, collectedVnd, paidVnd: remittedVnd };
      if (divided) await this.payments.remittedWith(tx, payment, parcel, new Date(remittedAt));
      else await this.payments.remitted(tx, payment, remittedVnd, new Date(remittedAt));
      await sql(tx, 'update orders.payment_intent set remittance_id = $2 where seller_order_id = $1', [payment.sellerOrderId, id]);
    }
  }
}

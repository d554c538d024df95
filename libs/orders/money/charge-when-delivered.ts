import { localDay } from '@choxa/standards';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { chargeEntries } from '../ledger/ledger.rules.js';
import { OrderLedger } from '../ledger/order-ledger.js';
import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '../seller-orders/seller-orders.events.js';
import { chargeVnd, type ChargeKind } from './money.rules.js';

/** A delivered sale is charged with the fee and the tax in force on its day; without a rate nothing is booked. */
@Handles(SellerOrderDelivered)
export class ChargeSellerOrderWhenDelivered implements EventHandler<SellerOrderDeliveredV1> {
  constructor(private readonly ledger: OrderLedger) {}

  async handle(tx: Tx, { data: { sellerOrderId, deliveredAt } }: EventEnvelope<SellerOrderDeliveredV1>): Promise<void> {
    const goodsVnd = -((await this.ledger.balances(tx, sellerOrderId)).household ?? 0);
    const rates = await ratesOn(tx, localDay(new Date(deliveredAt)));
    const charge = (kind: ChargeKind): number => chargeVnd(goodsVnd, rates.get(kind) ?? 0);
    const entries = chargeEntries({ feeVnd: charge('fee'), taxVnd: charge('tax') });
    await this.ledger.post(tx, { key: `charges:${sellerOrderId}`, sellerOrderId, kind: 'charges', at: new Date(deliveredAt), entries });
  }
}

/** Rates in force on a local day, in hundredths of a percent. */
async function ratesOn(tx: Tx, day: string): Promise<Map<ChargeKind, number>> {
  const rows = await sql<{ kind: ChargeKind; rate: number }>(
    tx,
    `select distinct on (kind) kind, rate_per_myriad as rate from orders.money_rate
      where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by kind, valid_from desc`,
    [day],
  );
  return new Map(rows.map(({ kind, rate }) => [kind, rate]));
}

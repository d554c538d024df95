import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import { lockFact } from './fact-lock.js';
import { labelFlags, readLabel } from './traded-label.rules.js';
import { TradedLineEntity } from './traded-line.entity.js';

/** Every line of a delivered seller order becomes one traded line; a line known already stays as it was first told. */
@Handles(SellerOrderDelivered)
export class RecordTradedLinesWhenSellerOrderDelivered implements EventHandler<SellerOrderDeliveredV1> {
  constructor(private readonly places: Places) {}

  async handle(tx: Tx, { data }: EventEnvelope<SellerOrderDeliveredV1>): Promise<void> {
    const rows = this.tradedLines(data);
    if (!rows.length) return;
    await lockFact(tx, data.sellerOrderId);
    await tx.createQueryBuilder().insert().into(TradedLineEntity).values(rows).orIgnore().execute();
    await sql(
      tx,
      `update audit.traded_line line set returned_at = line_return.returned_at
       from audit.line_return where line_return.line_id = line.line_id and line.line_id = any($1)`,
      [rows.map((row) => row.lineId)],
    );
  }

  private tradedLines(order: SellerOrderDeliveredV1) {
    const commune = this.places.commune(order.communeCode);
    const place = {
      communeCode: order.communeCode,
      communeName: commune?.name ?? order.communeCode,
      provinceCode: order.provinceCode,
      provinceName: this.places.province(order.provinceCode)?.name ?? commune?.provinceName ?? order.provinceCode,
    };
    return order.lines.map((line) => {
      const label = readLabel(line.label);
      return {
        ...place,
        lineId: line.lineId,
        sellerOrderId: order.sellerOrderId,
        productId: line.productId,
        productName: line.productName,
        packId: line.packId,
        householdId: order.householdId,
        householdName: order.householdName,
        setCode: line.setCode,
        // Decided now, by the set list of the day: a later scheme does not move old figures.
        service: findProductSet(line.setCode)?.service ?? false,
        deliveredAt: new Date(order.deliveredAt),
        quantity: line.quantity,
        amountVnd: line.amountVnd,
        label,
        ...labelFlags(label),
        checkedByPerson: line.checkedByPerson,
        buyerAccountId: order.buyerAccountId,
        buyerPhoneHash: order.buyerPhoneHash,
        returnedAt: null,
      };
    });
  }
}

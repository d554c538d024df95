import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Handles, pseudonymOf, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import { refreshProductsSold } from '../product-periods/product-periods.js';
import { recountSellers } from '../register-periods/register-periods.js';
import { followCorrectedPlaces } from './correct-delivery-place.js';
import type { FactRecorder } from './fact-handlers.js';
import { lockFacts } from './fact-lock.js';
import { selfDealing } from './self-dealing.sql.js';
import { labelFlags, readLabel } from './traded-label.rules.js';

/** Every line of a delivered seller order becomes one traded line; a line known already stays as it was first told. */
@Handles(SellerOrderDelivered)
export class RecordTradedLinesWhenSellerOrderDelivered implements FactRecorder<SellerOrderDeliveredV1> {
  constructor(private readonly places: Places) {}

  async handle(tx: Tx, event: EventEnvelope<SellerOrderDeliveredV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<SellerOrderDeliveredV1>[]): Promise<void> {
    const facts = events.map(({ data }) => data);
    const sellerOrderIds = facts.map(({ sellerOrderId }) => sellerOrderId);
    await lockFacts(
      tx,
      facts.flatMap(({ sellerOrderId, householdId }) => [sellerOrderId, householdId]),
    );
    await this.record(tx, facts);
    await followCorrectedPlaces(tx, sellerOrderIds);
    await refreshProductsSold(tx, sellerOrderIds);
    await recountSellers(tx, sellerOrderIds);
  }

  async record(tx: Tx, facts: readonly SellerOrderDeliveredV1[]): Promise<void> {
    const rows = facts.flatMap((order) => this.tradedLines(order));
    if (rows.length) await sql(tx, RECORD, [JSON.stringify(rows)]);
  }

  private tradedLines(order: SellerOrderDeliveredV1) {
    const commune = this.places.commune(order.communeCode);
    const account = order.buyerAccountHash ?? (order.buyerAccountId ? pseudonymOf(order.buyerAccountId) : null);
    const ofOrder = {
      seller_order_id: order.sellerOrderId,
      household_id: order.householdId,
      household_name: order.householdName,
      commune_code: order.communeCode,
      commune_name: commune?.name ?? order.communeCode,
      province_code: order.provinceCode,
      province_name: this.places.province(order.provinceCode)?.name ?? commune?.provinceName ?? order.provinceCode,
      delivered_at: order.deliveredAt,
      to_address: order.toAddress ?? null,
      buyer_account_hash: account,
      buyer_phone_hash: order.buyerPhoneHash,
      buyer_address_hash: order.buyerAddressHash ?? null,
      buyer_device_hash: order.buyerDeviceHash ?? null,
    };
    return order.lines.map((line) => {
      const label = readLabel(line.label);
      const { compliant, brandOk, barcodeOk, originOk, barcodeKind } = labelFlags(label);
      return {
        ...ofOrder,
        line_id: line.lineId,
        product_id: line.productId,
        product_name: line.productName,
        pack_id: line.packId,
        set_code: line.setCode,
        // Decided now, by the set list of the day: a later scheme does not move old figures.
        service: findProductSet(line.setCode)?.service ?? false,
        quantity: line.quantity,
        amount_vnd: line.amountVnd,
        label,
        compliant,
        brand_ok: brandOk,
        barcode_ok: barcodeOk,
        origin_ok: originOk,
        barcode_kind: barcodeKind,
        checked_by_person: line.checkedByPerson,
      };
    });
  }
}

const COLUMNS = `line_id, seller_order_id, product_id, product_name, pack_id, household_id, household_name, commune_code, commune_name,
  province_code, province_name, set_code, service, delivered_at, quantity, amount_vnd, label, compliant, brand_ok, barcode_ok, origin_ok,
  barcode_kind, checked_by_person, to_address, buyer_account_hash, buyer_phone_hash, buyer_address_hash, buyer_device_hash`;

const RECORD = `
  insert into audit.traded_line (${COLUMNS}, self_dealing, returned_at)
  select ${COLUMNS}, ${selfDealing('told')}, (select returned_at from audit.line_return back where back.line_id = told.line_id)
    from json_populate_recordset(null::audit.traded_line, $1) told
  on conflict (line_id) do nothing`;

import { sql, type Tx } from '@choxa/platform';
import { settlementOf } from '../money/money.rules.js';
import type { SellerOrderPaymentDto } from './payment.dto.js';
import type { PaymentMethod, PaymentState } from './payment.rules.js';

/** How the household stands with the money of each of `sellerOrderIds`. */
export async function paymentsOf(tx: Tx, sellerOrderIds: readonly string[]): Promise<Map<string, SellerOrderPaymentDto>> {
  const rows = await sql<{
    id: string;
    method: PaymentMethod;
    state: PaymentState;
    amountVnd: number;
    reference: string | null;
    reconciled: boolean;
  }>(
    tx,
    `select seller_order_id as id, method, state, amount_vnd as "amountVnd", reference, reconciled_at is not null as reconciled
       from orders.payment_intent where seller_order_id = any($1::uuid[])`,
    [sellerOrderIds],
  );
  return new Map(
    rows.map(({ id, state, reconciled, ...payment }) => [id, { ...payment, state, settlement: settlementOf(state, reconciled) }]),
  );
}

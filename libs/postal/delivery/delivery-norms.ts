import { sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { DELIVERY_NORMS, type DeliveryNorm } from './delivery-norm.entity.js';

export type DeliveryNorms = Readonly<Record<DeliveryNorm, number>>;

/** The terms and limits in force on the local day of `at`. Throws when one is missing: then the table is wrong, not the parcel. */
export async function deliveryNorms(tx: Tx, at: Date): Promise<DeliveryNorms> {
  const rows = await sql<{ code: DeliveryNorm; amount: number }>(
    tx,
    'select code, amount from postal.delivery_norm where valid_from <= $1 and (valid_to is null or valid_to > $1)',
    [localDay(at)],
  );
  const norms = new Map(rows.map(({ code, amount }) => [code, amount]));
  const missing = DELIVERY_NORMS.filter((code) => !norms.has(code));
  if (missing.length) throw new Error(`no norm of delivery is given for ${missing.join(', ')} on ${localDay(at)}`);
  return Object.fromEntries(norms) as DeliveryNorms;
}

import { sql, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { STANDS } from './cod-journal.js';
import { POSTAGE } from './postage.sql.js';

/** What matters of a parcel before its cash is paid out. */
export interface CodFact {
  senderPhone: string;
  /** Cash that stands collected, đồng; null for none. Less than was to be collected where a part was taken. */
  collectedVnd: number | null;
  remitted: boolean;
  /** The line of a batch it is in now. */
  payoutLineId: string | null;
  /** By the tariff of the day on which it was announced; 0 where no price covers its way, and where it was paid at the counter. */
  postageVnd: number;
}

/** What the sender is paid of the cash: less the postage, never below zero. */
export function paidOf(codVnd: number, postageVnd = 0): number {
  return Math.max(0, codVnd - postageVnd);
}

/**
 * Why the cash of a parcel cannot be paid out now; null when it can.
 *
 * @param lineId the line of a batch by which it is to be paid, if any
 */
export function refusalOf(
  state: ParcelState,
  fact: CodFact | undefined,
  lineId: string | null = null,
): 'cod.remitted-already' | 'cod.in-batch' | 'cod.not-collected' | null {
  if (fact?.remitted) return 'cod.remitted-already';
  if (!fact?.collectedVnd || state !== 'delivered') return 'cod.not-collected';
  return fact.payoutLineId === lineId ? null : 'cod.in-batch';
}

export async function codFacts(tx: Tx, numbers: readonly string[]): Promise<Map<string, CodFact>> {
  const rows = await sql<CodFact & { number: string }>(
    tx,
    `select parcel.number, parcel.sender_phone as "senderPhone",
            (select amount_vnd from postal.cod_entry entry where parcel_number = parcel.number and step = 'collected' and account = 'cash'
               and ${STANDS('entry')}) as "collectedVnd",
            exists (select from postal.cod_entry where parcel_number = parcel.number and step = 'remitted') as remitted,
            (select line_id from postal.payout_parcel where parcel_number = parcel.number and not released) as "payoutLineId",
            case when exists (select from postal.counter_payment where parcel_number = parcel.number) then 0 else ${POSTAGE} end as "postageVnd"
       from postal.parcel where parcel.number = any($1::text[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, ...fact }) => [number, fact]));
}

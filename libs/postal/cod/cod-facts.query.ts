import { sql, type Tx } from '@choxa/platform';
import { STANDS } from './cod-journal.js';
import { POSTAGE } from './postage.sql.js';

/** What matters of a parcel before its cash is paid out. */
export interface CodFact {
  senderPhone: string;
  /** Cash that stands collected, đồng; null for none. Less than was to be collected where a part was taken. */
  collectedVnd: number | null;
  remitted: boolean;
  /** By the tariff of the day on which it was announced; 0 where no price covers its way, and where it was paid at the counter. */
  postageVnd: number;
}

/** What the sender is paid of the cash: less the postage, never below zero. */
export function paidOf(codVnd: number, postageVnd = 0): number {
  return Math.max(0, codVnd - postageVnd);
}

export async function codFacts(tx: Tx, numbers: readonly string[]): Promise<Map<string, CodFact>> {
  const rows = await sql<CodFact & { number: string }>(
    tx,
    `select parcel.number, parcel.sender_phone as "senderPhone",
            (select amount_vnd from postal.cod_entry entry where parcel_number = parcel.number and step = 'collected' and account = 'cash'
               and ${STANDS('entry')}) as "collectedVnd",
            exists (select from postal.cod_entry where parcel_number = parcel.number and step = 'remitted') as remitted,
            case when exists (select from postal.counter_payment where parcel_number = parcel.number) then 0 else ${POSTAGE} end as "postageVnd"
       from postal.parcel where parcel.number = any($1::text[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, ...fact }) => [number, fact]));
}

import { sql, type Tx } from '@choxa/platform';
import { STANDS } from './cod-journal.js';
import { POSTAGE } from './postage.sql.js';

/** What matters of a parcel before its cash is paid out. */
export interface CodFact {
  senderPhone: string;
  collected: boolean;
  remitted: boolean;
  /** By the tariff of the day on which it was announced; 0 where no price covers its way. */
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
            exists (select from postal.cod_entry entry where parcel_number = parcel.number and step = 'collected' and ${STANDS('entry')}) as collected,
            exists (select from postal.cod_entry where parcel_number = parcel.number and step = 'remitted') as remitted,
            coalesce((
              select tariff.price_vnd + greatest(tariff.cod_fee_vnd, ceil(parcel.cod_vnd * tariff.cod_rate_bp / 10000.0)::bigint) from postal.norm
                join postal.tariff on tariff.operator_id = norm.operator_id and tariff.zone = norm.zone
               where norm.operator_id = parcel.operator_id and norm.from_province = parcel.sender_province_code
                 and norm.to_province = parcel.recipient_province_code and tariff.up_to_grams >= parcel.weight_grams
                 and norm.valid_from <= (parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date
                 and (norm.valid_to is null or norm.valid_to > (parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date)
                 and tariff.valid_from <= (parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date
                 and (tariff.valid_until is null or tariff.valid_until > (parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date)
               order by tariff.up_to_grams, tariff.valid_from desc limit 1), 0) as "postageVnd"
            ${POSTAGE} as "postageVnd"
       from postal.parcel where parcel.number = any($1::text[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, ...fact }) => [number, fact]));
}

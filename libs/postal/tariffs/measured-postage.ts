import { localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

interface Measured {
  operatorId: string;
  fromProvinceCode: string;
  toProvinceCode: string;
  /** As weighed. */
  weightGrams: number;
  codVnd: number;
}

/** What the operator asks for carrying a parcel, by the weight measured and the rates of the day of `at`; null where no price covers it. */
export async function measuredPostage(tx: Tx, parcel: Measured, at: Date): Promise<number | null> {
  const [price] = await sql<{ postageVnd: number }>(tx, POSTAGE, [
    parcel.operatorId,
    parcel.fromProvinceCode,
    parcel.toProvinceCode,
    parcel.weightGrams,
    parcel.codVnd,
    localDay(at),
  ]);
  return price?.postageVnd ?? null;
}

const HOLDS = (day: string, from: string, to: string) => `${from} <= ${day} and (${to} is null or ${to} > ${day})`;
/** SQL: what `tariff` asks, with the fee for collecting `cod`. */
const PRICE = (cod: string) => `
  tariff.price_vnd + case when ${cod} = 0 then 0
    else greatest(tariff.cod_fee_vnd, ceil(${cod} * tariff.cod_rate_bp / 10000.0)::bigint) end`;
/** SQL: the prices that hold on `day`, a date. */
const PRICES = (day: string) => `
  postal.norm join postal.tariff on tariff.operator_id = norm.operator_id and tariff.zone = norm.zone
    and ${HOLDS(day, 'norm.valid_from', 'norm.valid_to')} and ${HOLDS(day, 'tariff.valid_from', 'tariff.valid_until')}`;
const POSTAGE = `
  select ${PRICE('$5::bigint')} as "postageVnd" from ${PRICES('$6::date')}
   where norm.operator_id = $1 and norm.from_province = $2 and norm.to_province = $3 and tariff.up_to_grams >= $4
   order by tariff.up_to_grams, tariff.valid_from desc limit 1`;

/** SQL: what carrying `parcel` costs up to each weight on `day` (a date), as JSON `[{ upToGrams, postageVnd }]` from the lightest on. */
export const POSTAGE_STEPS = (day: string) => `
  coalesce((select json_agg(step order by step."upToGrams") from (
    select distinct on (tariff.up_to_grams) tariff.up_to_grams as "upToGrams", ${PRICE('parcel.cod_vnd')} as "postageVnd" from ${PRICES(day)}
     where norm.operator_id = parcel.operator_id and norm.from_province = parcel.sender_province_code
       and norm.to_province = parcel.recipient_province_code
     order by tariff.up_to_grams, tariff.valid_from desc) step), '[]')`;

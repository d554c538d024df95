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

const HOLDS = (from: string, to: string) => `${from} <= $6::date and (${to} is null or ${to} > $6::date)`;
const POSTAGE = `
  select tariff.price_vnd + case when $5::bigint = 0 then 0
      else greatest(tariff.cod_fee_vnd, ceil($5::bigint * tariff.cod_rate_bp / 10000.0)::bigint) end as "postageVnd"
    from postal.norm join postal.tariff on tariff.operator_id = norm.operator_id and tariff.zone = norm.zone
   where norm.operator_id = $1 and norm.from_province = $2 and norm.to_province = $3 and tariff.up_to_grams >= $4
     and ${HOLDS('norm.valid_from', 'norm.valid_to')} and ${HOLDS('tariff.valid_from', 'tariff.valid_until')}
   order by tariff.up_to_grams, tariff.valid_from desc limit 1`;

const HOLDS = (day: string, from: string, to: string) => `${from} <= ${day} and (${to} is null or ${to} > ${day})`;
/** What `tariff` asks for `parcel`, with the fee for collecting its cash. */
const PRICE = `
  tariff.price_vnd + case when parcel.cod_vnd = 0 then 0
    else greatest(tariff.cod_fee_vnd, ceil(parcel.cod_vnd * tariff.cod_rate_bp / 10000.0)::bigint) end`;
/** The prices that cover the way of `parcel` on `day`; a bulky parcel goes by the room it takes, at the tariff's cm³ per kilogram. */
const PRICES = (day: string) => `
  postal.norm join postal.tariff on tariff.operator_id = norm.operator_id and tariff.zone = norm.zone
    and ${HOLDS(day, 'norm.valid_from', 'norm.valid_to')} and ${HOLDS(day, 'tariff.valid_from', 'tariff.valid_until')}
  where norm.operator_id = parcel.operator_id and norm.from_province = parcel.sender_province_code
    and norm.to_province = parcel.recipient_province_code
    and tariff.up_to_grams >= ceil(coalesce(parcel.volume_cm3, 0) * 1000.0 / tariff.cm3_per_kg)`;

/** SQL: what carrying `parcel` costs on `day` (a date) when it weighs `grams`, by weight or volume; null where no price covers its way. */
export const postageOfParcel = (grams: string, day: string) => `(
  select ${PRICE} from ${PRICES(day)} and tariff.up_to_grams >= ${grams}
   order by tariff.up_to_grams, tariff.valid_from desc limit 1)`;

/** SQL: the same up to each weight, as JSON `[{ upToGrams, postageVnd }]` from the lightest on. */
export const postageSteps = (day: string) => `
  coalesce((select json_agg(step order by step."upToGrams") from (
    select distinct on (tariff.up_to_grams) tariff.up_to_grams as "upToGrams", ${PRICE} as "postageVnd" from ${PRICES(day)}
     order by tariff.up_to_grams, tariff.valid_from desc) step), '[]')`;

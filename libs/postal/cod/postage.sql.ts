/**
 * SQL: what `parcel` costs its sender by the norm and tariff of the day on which it was announced, by weight or volume; 0 where no price covers
 * its way.
 */
export const POSTAGE = `
  coalesce((
    select tariff.price_vnd + case when parcel.cod_vnd > 0
             then greatest(tariff.cod_fee_vnd, ceil(parcel.cod_vnd * tariff.cod_rate_bp / 10000.0)::bigint) else 0 end
      from postal.norm join postal.tariff on tariff.operator_id = norm.operator_id and tariff.zone = norm.zone,
           lateral (select (parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date as day) announced
     where norm.operator_id = parcel.operator_id and norm.from_province = parcel.sender_province_code
       and norm.to_province = parcel.recipient_province_code
       and norm.valid_from <= day and (norm.valid_to is null or norm.valid_to > day)
       and tariff.valid_from <= day and (tariff.valid_until is null or tariff.valid_until > day)
       and tariff.up_to_grams >= greatest(parcel.weight_grams, ceil(coalesce(parcel.volume_cm3, 0) * 1000.0 / tariff.cm3_per_kg))
     order by tariff.up_to_grams, tariff.valid_from desc limit 1), 0)`;

import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Places } from '@choxa/places';
import { PostageQuotes, type PostageQuote, type PostageRequest } from '@choxa/postal-contract';
import { Clock } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';

/** Answers quotes from the tariff and norm of the operator that serves the recipient's province. */
@Injectable()
export class TariffQuotes extends PostageQuotes {
  constructor(
    private readonly db: PostalDatabase,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** `unavailable` where no operator, norm or price covers the way, or the parcel is too heavy or too bulky. */
  async quote({ fromCommuneCode, toProvinceCode, weightGrams, volumeCm3, codVnd }: PostageRequest): Promise<PostageQuote> {
    const from = this.places.commune(fromCommuneCode);
    if (!from || !this.places.province(toProvinceCode)) return { status: 'unavailable' };
    const [row] = await this.db.rows<{ code: string; hours: number; price_vnd: number; cod_fee_vnd: number }>('postal.quote', QUOTE, [
      from.provinceCode,
      toProvinceCode,
      weightGrams,
      localDay(this.clock.now()),
      volumeCm3 ?? 0,
    ]);
    if (!row) return { status: 'unavailable' };
    const codFeeVnd = codVnd > 0 ? row.cod_fee_vnd : 0;
    return {
      status: 'quoted',
      postageVnd: row.price_vnd + codFeeVnd,
      codFeeVnd,
      days: Math.ceil(row.hours / 24),
      operatorCode: row.code,
    };
  }
}

// The operator is chosen exactly as at registration (choose-operator.ts), so the one that is quoted is the one that carries.
const QUOTE = `
  select operator.code, norm.hours, tariff.price_vnd, tariff.cod_fee_vnd
  from (
    select operator.id, operator.code
    from postal.operator left join postal.default_operator d on d.operator_id = operator.id and d.province_code = $1
    order by d.province_code is null, operator.created_at, operator.code limit 1
  ) operator
  join postal.norm on norm.operator_id = operator.id and norm.from_province = $1 and norm.to_province = $2
  join postal.tariff on tariff.operator_id = operator.id and tariff.zone = norm.zone and tariff.up_to_grams >= greatest($3::bigint, ceil($5::bigint * 1000.0 / tariff.cm3_per_kg))
    and tariff.valid_from <= $4::date and (tariff.valid_until is null or tariff.valid_until > $4::date)
  order by tariff.up_to_grams, tariff.valid_from desc limit 1`;

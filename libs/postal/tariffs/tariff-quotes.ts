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

  /** `unavailable` where no operator, norm or price covers the way, the parcel is too heavy or too bulky, or what is asked for is not offered. */
  async quote(request: PostageRequest): Promise<PostageQuote> {
    const { fromCommuneCode, toProvinceCode, weightGrams, volumeCm3, codVnd, declaredValueVnd, pickUp } = request;
    const from = this.places.commune(fromCommuneCode);
    if (!from || !this.places.province(toProvinceCode)) return { status: 'unavailable' };
    const [row] = await this.db.rows<QuoteRow>('postal.quote', QUOTE, [
      from.provinceCode,
      toProvinceCode,
      weightGrams,
      localDay(this.clock.now()),
      volumeCm3 ?? 0,
      codVnd,
      declaredValueVnd ?? 0,
    ]);
    if (!row) return { status: 'unavailable' };
    const codFeeVnd = codVnd > 0 ? row.codFeeVnd : 0;
    const insuranceFeeVnd = declaredValueVnd ? row.insuranceFeeVnd : 0;
    const pickUpFeeVnd = pickUp ? row.pickUpFeeVnd : 0;
    if (insuranceFeeVnd === null || pickUpFeeVnd === null) return { status: 'unavailable' };
    return {
      status: 'quoted',
      postageVnd: row.priceVnd + codFeeVnd + insuranceFeeVnd + pickUpFeeVnd,
      codFeeVnd,
      ...(declaredValueVnd ? { insuranceFeeVnd } : {}),
      ...(pickUp ? { pickUpFeeVnd } : {}),
      days: Math.ceil(row.hours / 24),
      operatorCode: row.code,
    };
  }
}

interface QuoteRow {
  code: string;
  hours: number;
  priceVnd: number;
  codFeeVnd: number;
  /** Null where the operator does not insure. */
  insuranceFeeVnd: number | null;
  /** Null where it does not fetch. */
  pickUpFeeVnd: number | null;
}

const HOLDS = (table: string, end = 'valid_to') =>
  `${table}.valid_from <= $4::date and (${table}.${end} is null or ${table}.${end} > $4::date)`;
/** A share of an amount, at least the minimum, in whole đồng upwards. */
const SHARE = (amount: string, rate: string, minimum: string) =>
  `greatest(${minimum}, ceil(${amount}::bigint * ${rate} / 10000.0)::bigint)`;
const SURCHARGE = (kind: string, amount: string) => `
  (select ${SHARE(amount, 'rate_bp', 'minimum_vnd')} from postal.surcharge
    where operator_id = operator.id and kind = '${kind}' and ${HOLDS('surcharge')} order by valid_from desc limit 1)`;

// The operator is chosen exactly as at registration (choose-operator.ts), so the one that is quoted is the one that carries.
const QUOTE = `
  select operator.code, norm.hours, tariff.price_vnd as "priceVnd",
    ${SHARE('$6', 'tariff.cod_rate_bp', 'tariff.cod_fee_vnd')} as "codFeeVnd",
    ${SURCHARGE('insurance', '$7')} as "insuranceFeeVnd", ${SURCHARGE('pick_up', '0')} as "pickUpFeeVnd"
  from (
    select operator.id, operator.code
    from postal.operator left join postal.default_operator d on d.operator_id = operator.id and d.province_code = $1
    order by d.province_code is null, operator.created_at, operator.code limit 1
  ) operator
  join postal.norm on norm.operator_id = operator.id and norm.from_province = $1 and norm.to_province = $2 and ${HOLDS('norm')}
  join postal.tariff on tariff.operator_id = operator.id and tariff.zone = norm.zone and tariff.up_to_grams >= greatest($3::bigint, ceil($5::bigint * 1000.0 / tariff.cm3_per_kg))
    and ${HOLDS('tariff', 'valid_until')}
  order by tariff.up_to_grams, tariff.valid_from desc limit 1`;

import { Injectable } from '@nestjs/common';
import { sql } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { NormDto, TariffsDto } from './tariffs.dto.js';

/** What an operator charges and promises, for its managers. The caller has checked whose operator it is. */
@Injectable()
export class Tariffs {
  constructor(private readonly db: PostalDatabase) {}

  /** Prices that hold on `day` or will; with `past` those before, too. */
  async of(operatorId: string, day: string, past: boolean): Promise<TariffsDto> {
    const params = [operatorId, past ? null : day];
    return { tariffs: await sql(this.db.read, TARIFFS, params), surcharges: await sql(this.db.read, SURCHARGES, params) };
  }

  /** Norms from one province that hold on `day` or will. */
  async normsFrom(operatorId: string, fromProvince: string, day: string): Promise<NormDto[]> {
    return sql(
      this.db.read,
      `select from_province as "fromProvince", to_province as "toProvince", zone, hours, valid_from::text as "validFrom",
         valid_to::text as "validTo", basis
       from postal.norm where operator_id = $1 and from_province = $2 and (valid_to is null or valid_to > $3::date)
       order by to_province, valid_from`,
      [operatorId, fromProvince, day],
    );
  }
}

const TARIFFS = `
  select id, zone, up_to_grams as "upToGrams", price_vnd as "priceVnd", cod_fee_vnd as "codFeeVnd", cod_rate_bp as "codRateBp",
    cm3_per_kg as "cm3PerKg", valid_from::text as "validFrom", valid_until::text as "validTo", basis
  from postal.tariff where operator_id = $1 and ($2::date is null or valid_until is null or valid_until > $2)
  order by array_position(array['province', 'region', 'nation'], zone), up_to_grams, valid_from`;
const SURCHARGES = `
  select id, kind, rate_bp as "rateBp", minimum_vnd as "minimumVnd", valid_from::text as "validFrom", valid_to::text as "validTo", basis
  from postal.surcharge where operator_id = $1 and ($2::date is null or valid_to is null or valid_to > $2) order by kind, valid_from`;

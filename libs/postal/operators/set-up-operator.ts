import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { SurchargeKind } from '../tariffs/surcharge.entity.js';
import type { Zone } from '../tariffs/norm.entity.js';

export type NumberRange =
  { kind: 's10'; indicator: string; country: string; from: number; to: number } | { kind: 'own'; prefix: string; from: number; to: number };

export interface OperatorSetUp {
  /** `[a-z0-9-]`, 2–40 characters. */
  code: string;
  name: string;
  numberRanges: NumberRange[];
  /** Price per zone and weight step, whole đồng; days `YYYY-MM-DD`. */
  tariffs: { zone: Zone; upToGrams: number; priceVnd: number; codFeeVnd: number; validFrom: string; basis: string }[];
  /** Charged on top, where offered. */
  surcharges?: { kind: SurchargeKind; rateBp: number; minimumVnd: number; validFrom: string; basis: string }[];
  /** Promised hours per pair of provinces. */
  norms: { fromProvince: string; toProvince: string; zone: Zone; hours: number }[];
  /** Provinces whose recipients it serves when the sender names nobody. */
  defaultForProvinces: string[];
}

/** Sets up a postal enterprise with its numbers, prices and norms. Setting up the same code again changes nothing. */
@Injectable()
export class SetUpOperator {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async run(input: OperatorSetUp): Promise<{ id: string; code: string }> {
    return this.db.transaction(async (tx) => {
      const [made] = await sql<{ id: string }>(
        tx,
        `insert into postal.operator (id, code, name, created_at) values ($1, $2, $3, $4) on conflict (code) do nothing returning id`,
        [randomUUID(), input.code, input.name, this.clock.now()],
      );
      if (!made) {
        const [known] = await sql<{ id: string }>(tx, 'select id from postal.operator where code = $1', [input.code]);
        return { id: known!.id, code: input.code };
      }
      for (const range of input.numberRanges) {
        const s10 = range.kind === 's10';
        await sql(
          tx,
          `insert into postal.number_range (id, operator_id, kind, indicator, country, prefix, serial_from, serial_to, next_serial)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $7)`,
          [
            randomUUID(),
            made.id,
            range.kind,
            s10 ? range.indicator : null,
            s10 ? range.country : null,
            s10 ? null : range.prefix,
            range.from,
            range.to,
          ],
        );
      }
      await sql(
        tx,
        `insert into postal.tariff (id, operator_id, zone, up_to_grams, price_vnd, cod_fee_vnd, valid_from, basis)
         select gen_random_uuid(), $1, * from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::date[], $7::text[])`,
        [
          made.id,
          input.tariffs.map((row) => row.zone),
          input.tariffs.map((row) => row.upToGrams),
          input.tariffs.map((row) => row.priceVnd),
          input.tariffs.map((row) => row.codFeeVnd),
          input.tariffs.map((row) => row.validFrom),
          input.tariffs.map((row) => row.basis),
        ],
      );
      await sql(
        tx,
        `insert into postal.surcharge (id, operator_id, kind, rate_bp, minimum_vnd, valid_from, basis)
         select gen_random_uuid(), $1, kind, "rateBp", "minimumVnd", "validFrom", basis
         from jsonb_to_recordset($2::jsonb) as given (kind text, "rateBp" int, "minimumVnd" bigint, "validFrom" date, basis text)`,
        [made.id, JSON.stringify(input.surcharges ?? [])],
      );
      await sql(
        tx,
        `insert into postal.norm (operator_id, from_province, to_province, zone, hours)
         select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[])`,
        [
          made.id,
          input.norms.map((row) => row.fromProvince),
          input.norms.map((row) => row.toProvince),
          input.norms.map((row) => row.zone),
          input.norms.map((row) => row.hours),
        ],
      );
      await sql(
        tx,
        `insert into postal.default_operator (province_code, operator_id) select unnest($2::text[]), $1 on conflict (province_code) do nothing`,
        [made.id, input.defaultForProvinces],
      );
      return { id: made.id, code: input.code };
    });
  }
}

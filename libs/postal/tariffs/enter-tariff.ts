import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { Zone } from './norm.entity.js';

export interface NewTariff {
  operatorId: string;
  zone: Zone;
  upToGrams: number;
  priceVnd: number;
  codFeeVnd: number;
  codRateBp: number;
  cm3PerKg: number;
  /** `YYYY-MM-DD`, after today. */
  validFrom: string;
  basis: string;
}

/** A manager enters the price of a zone and weight step from a day to come on. The row before ends then; past rows stay as they are. */
@Injectable()
export class EnterTariff {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `day.not-to-come`, `tariff.day-taken` */
  async run(actor: Actor, tariff: NewTariff): Promise<void> {
    requireDayToCome(tariff.validFrom, this.clock.now());
    const { operatorId, zone, upToGrams, priceVnd, codFeeVnd, codRateBp, cm3PerKg, validFrom, basis } = tariff;
    await this.db.transaction(async (tx) => {
      const step = [operatorId, zone, upToGrams, validFrom];
      await sql(
        tx,
        `update postal.tariff set valid_until = $4 where operator_id = $1 and zone = $2 and up_to_grams = $3
           and valid_from < $4::date and (valid_until is null or valid_until > $4::date)`,
        step,
      );
      await onFreeDay('tariff_step', () =>
        sql(
          tx,
          `insert into postal.tariff (id, operator_id, zone, up_to_grams, valid_from, price_vnd, cod_fee_vnd, cod_rate_bp, cm3_per_kg, basis, valid_until)
           values ($5, $1, $2, $3, $4, $6, $7, $8, $9, $10,
             (select min(valid_from) from postal.tariff where operator_id = $1 and zone = $2 and up_to_grams = $3 and valid_from > $4::date))`,
          [...step, randomUUID(), priceVnd, codFeeVnd, codRateBp, cm3PerKg, basis],
        ),
      );
      await recordPrice(this.trail, tx, actor, 'tariff.entered', { ...tariff });
    });
  }
}

/** A price of today may have been quoted already. @throws Problem `day.not-to-come` */
export function requireDayToCome(validFrom: string, now: Date): void {
  if (validFrom <= localDay(now)) throw postalProblem('day.not-to-come');
}

/** Runs an insert; a row that begins on the same day is a clear refusal. @throws Problem `tariff.day-taken` */
export async function onFreeDay(constraint: string, insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (violates(error, constraint)) throw postalProblem('tariff.day-taken');
    throw error;
  }
}

export async function recordPrice(
  trail: Trail,
  tx: Tx,
  actor: Actor,
  action: string,
  { operatorId, ...details }: { operatorId: string } & Record<string, unknown>,
): Promise<void> {
  await trail.record(tx, actor, { action, subjectKind: 'operator', subjectId: operatorId, details });
}

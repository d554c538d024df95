import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { onFreeDay, recordPrice, requireDayToCome } from './enter-tariff.js';
import type { SurchargeKind } from './surcharge.entity.js';

export interface NewSurcharge {
  operatorId: string;
  kind: SurchargeKind;
  rateBp: number;
  minimumVnd: number;
  /** `YYYY-MM-DD`, after today. */
  validFrom: string;
  basis: string;
}

/** A manager enters what insurance or fetching costs from a day to come on. */
@Injectable()
export class EnterSurcharge {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `day.not-to-come`, `tariff.day-taken` */
  async run(actor: Actor, surcharge: NewSurcharge): Promise<void> {
    requireDayToCome(surcharge.validFrom, this.clock.now());
    const { operatorId, kind, rateBp, minimumVnd, validFrom, basis } = surcharge;
    await this.db.transaction(async (tx) => {
      await sql(
        tx,
        `update postal.surcharge set valid_to = $3 where operator_id = $1 and kind = $2
           and valid_from < $3::date and (valid_to is null or valid_to > $3::date)`,
        [operatorId, kind, validFrom],
      );
      await onFreeDay('surcharge_day', () =>
        sql(
          tx,
          `insert into postal.surcharge (id, operator_id, kind, valid_from, rate_bp, minimum_vnd, basis, valid_to)
           values ($4, $1, $2, $3, $5, $6, $7,
             (select min(valid_from) from postal.surcharge where operator_id = $1 and kind = $2 and valid_from > $3::date))`,
          [operatorId, kind, validFrom, randomUUID(), rateBp, minimumVnd, basis],
        ),
      );
      await recordPrice(this.trail, tx, actor, 'surcharge.entered', { ...surcharge });
    });
  }
}

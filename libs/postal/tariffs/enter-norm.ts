import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { onFreeDay, recordPrice, requireDayToCome } from './enter-tariff.js';
import type { Zone } from './norm.entity.js';

export interface NewNorm {
  operatorId: string;
  fromProvince: string;
  toProvince: string;
  zone: Zone;
  hours: number;
  /** `YYYY-MM-DD`, after today. */
  validFrom: string;
  basis: string;
}

/** A manager enters zone and promised hours between two provinces, in one direction, from a day to come on. */
@Injectable()
export class EnterNorm {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly trail: Trail,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `day.not-to-come`, `tariff.day-taken`, `place.unknown` */
  async run(actor: Actor, norm: NewNorm): Promise<void> {
    requireDayToCome(norm.validFrom, this.clock.now());
    const { operatorId, fromProvince, toProvince, zone, hours, validFrom, basis } = norm;
    if (!this.places.province(fromProvince) || !this.places.province(toProvince)) throw postalProblem('place.unknown');
    await this.db.transaction(async (tx) => {
      await sql(
        tx,
        `update postal.norm set valid_to = $4 where operator_id = $1 and from_province = $2 and to_province = $3
           and valid_from < $4::date and (valid_to is null or valid_to > $4::date)`,
        [operatorId, fromProvince, toProvince, validFrom],
      );
      await onFreeDay('PK_norm', () =>
        sql(
          tx,
          `insert into postal.norm (operator_id, from_province, to_province, valid_from, zone, hours, basis, valid_to)
           values ($1, $2, $3, $4, $5, $6, $7,
             (select min(valid_from) from postal.norm where operator_id = $1 and from_province = $2 and to_province = $3 and valid_from > $4::date))`,
          [operatorId, fromProvince, toProvince, validFrom, zone, hours, basis],
        ),
      );
      await recordPrice(this.trail, tx, actor, 'norm.entered', { ...norm });
    });
  }
}

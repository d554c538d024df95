import { Injectable } from '@nestjs/common';
import { Clock, sql, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { allotBagNumber } from './allot-bag-number.js';
import { bagOf } from './bags.query.js';
import type { BagDto, OpenBagDto } from './bag.dto.js';

/** A clerk begins a bag from an office to the next. */
@Injectable()
export class OpenBag {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** The same id again answers the bag it made. @throws Problem `bag.office-unknown`, `bag.same-office`, `bag.id-used` */
  async run(actor: Actor, { id, fromOffice, toOffice }: OpenBagDto): Promise<BagDto> {
    return this.db.transaction(async (tx) => {
      const [way] = await sql<{ fromId: string; toId: string; operatorId: string }>(
        tx,
        `select origin.id as "fromId", target.id as "toId", origin.operator_id as "operatorId"
           from postal.office origin join postal.office target on target.operator_id = origin.operator_id
          where origin.id = any($1::uuid[]) and (origin.id::text = lower($2) or origin.code = $2) and (target.id::text = lower($3) or target.code = $3)`,
        [staffOffices(actor, 'clerk'), fromOffice, toOffice],
      );
      if (!way) throw postalProblem('bag.office-unknown');
      if (way.fromId === way.toId) throw postalProblem('bag.same-office');
      await sql(
        tx,
        `insert into postal.bag (id, number, operator_id, from_office_id, to_office_id, state, made_by, made_at)
         values ($1, $2, $3, $4, $5, 'open', $6, $7) on conflict (id) do nothing`,
        [id, await allotBagNumber(tx, way.operatorId), way.operatorId, way.fromId, way.toId, actor.accountId, this.clock.now()],
      );
      const [known] = await sql<{ same: boolean }>(
        tx,
        'select from_office_id = $2 and to_office_id = $3 as same from postal.bag where id = $1',
        [id, way.fromId, way.toId],
      );
      if (!known!.same) throw postalProblem('bag.id-used');
      return bagOf(tx, id);
    });
  }
}

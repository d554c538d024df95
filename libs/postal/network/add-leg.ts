import { Injectable } from '@nestjs/common';
import { afterCommit, Clock, sql, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { NewLeg } from './hub-and-spoke.rules.js';
import { insertLegs } from './lay-hub-and-spoke.js';
import { Network } from './network.js';

/** A manager adds a transport between two offices of the operator, in one direction. */
@Injectable()
export class AddLeg {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly network: Network,
  ) {}

  /** @throws Problem `day.past`, `leg.ends` */
  async run(actor: Actor, { validFrom, ...leg }: NewLeg & { validFrom: string }): Promise<void> {
    if (validFrom < localDay(this.clock.now())) throw postalProblem('day.past');
    await this.db.transaction(async (tx) => {
      const [operator] = await sql<{ id: string }>(
        tx,
        `select operator_id as id from postal.office
         where id = any($1::uuid[]) and operator_id = any($2::uuid[]) and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)
         group by operator_id having count(*) = 2`,
        [[leg.fromOfficeId, leg.toOfficeId], managedOperators(actor), validFrom],
      );
      if (!operator) throw postalProblem('leg.ends');
      await insertLegs(tx, operator.id, [{ ...leg, departs: [...new Set(leg.departs)].toSorted() }], validFrom);
      const details = { from: leg.fromOfficeId, to: leg.toOfficeId, validFrom };
      await this.trail.record(tx, actor, { action: 'network.leg-added', subjectKind: 'operator', subjectId: operator.id, details });
      afterCommit(tx, () => this.network.forget());
    });
  }
}

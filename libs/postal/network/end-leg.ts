import { Injectable } from '@nestjs/common';
import { afterCommit, Clock, sql, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { Network } from './network.js';

/** A manager ends a transport; its row stays, since parcels were promised by it. */
@Injectable()
export class EndLeg {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly network: Network,
  ) {}

  /** `validTo`: first day on which it no longer runs. @throws Problem `leg.unknown`, `day.past` */
  async run(actor: Actor, id: string, validTo: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [leg] = await sql<{ operatorId: string }>(
        tx,
        `select operator_id as "operatorId" from postal.leg where id = $1 and operator_id = any($2::uuid[]) for update`,
        [id, managedOperators(actor)],
      );
      if (!leg) throw postalProblem('leg.unknown');
      if (validTo < localDay(this.clock.now())) throw postalProblem('day.past');
      await sql(tx, 'update postal.leg set valid_to = greatest(valid_from, $2::date) where id = $1', [id, validTo]);
      const details = { leg: id, validTo };
      await this.trail.record(tx, actor, { action: 'network.leg-ended', subjectKind: 'operator', subjectId: leg.operatorId, details });
      afterCommit(tx, () => this.network.forget());
    });
  }
}

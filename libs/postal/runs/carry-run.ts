import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ParcelEventCode } from '@choxa/standards';
import { Clock, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcels, type LockedParcel } from '../scans/parcels-to-move.js';
import { addScans } from '../scans/stored-scans.js';
import { lockRun, stopsOf, type LockedRun } from './run-stops.js';

/** From these a parcel may go out. */
const AT_OFFICE: ReadonlySet<ParcelState> = new Set(['accepted', 'at_delivery_office', 'held', 'attempt_failed']);
/** What is left of a round when it ends. */
const STILL_OUT: ReadonlySet<ParcelState> = new Set(['out_for_delivery', 'attempt_failed']);

/** A postman sets out on a round and comes back from it. */
@Injectable()
export class CarryRun {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
    private readonly trail: Trail,
  ) {}

  /**
   * The round is the actor's now, and its parcels are out for delivery (EDG). Again by the same person changes nothing.
   * @throws Problem `run.unknown`, `run.state`, `run.another-started`
   */
  async start(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const run = await lockRun(tx, actor, id);
      if (run.state === 'started' && run.courierId === actor.accountId) return;
      if (run.state !== 'planned') throw postalProblem('run.state');
      try {
        await sql(tx, `update postal.run set state = 'started', courier_id = $2, started_at = $3 where id = $1`, [
          id,
          actor.accountId,
          this.clock.now(),
        ]);
      } catch (error) {
        throw violates(error, 'run_of_courier') ? postalProblem('run.another-started') : error;
      }
      const moved = await this.scan(tx, actor, run, 'EDG', AT_OFFICE);
      await this.trail.record(tx, actor, { action: 'run.started', subjectKind: 'run', subjectId: id, details: { parcels: moved } });
    });
  }

  /**
   * What is left comes back to the office (EDF). Again changes nothing. Only who carries it ends it.
   * @throws Problem `run.unknown`, `run.state`
   */
  async end(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const run = await lockRun(tx, actor, id);
      if (run.courierId !== actor.accountId) throw postalProblem('run.state');
      if (run.state === 'ended') return;
      const left = await this.scan(tx, actor, run, 'EDF', STILL_OUT);
      await sql(tx, `update postal.run set state = 'ended', ended_at = $2 where id = $1`, [id, this.clock.now()]);
      await sql(tx, 'update postal.run_stop set open = false where run_id = $1', [id]);
      await this.trail.record(tx, actor, { action: 'run.ended', subjectKind: 'run', subjectId: id, details: { back: left } });
    });
  }

  /** Scans those of the round's parcels that are in one of the states; answers how many. */
  private async scan(tx: Tx, actor: Actor, run: LockedRun, code: ParcelEventCode, states: ReadonlySet<ParcelState>): Promise<number> {
    const now = this.clock.now();
    const parcels = await lockParcels(tx, await stopsOf(tx, run.id), 'delivery', [run.officeId]);
    const concerned = parcels.filter((parcel: LockedParcel) => states.has(parcel.state));
    await addScans(
      tx,
      concerned.map(({ number }) => ({
        id: randomUUID(),
        parcelNumber: number,
        code,
        eventTime: now,
        recordedAt: now,
        device: 'run',
        officeId: run.officeId,
        actorId: actor.accountId,
        reason: null,
        nextAction: null,
        fromTheFuture: false,
      })),
    );
    await this.moveParcels.run(tx, actor, concerned);
    return concerned.length;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { BagScans } from './bag-scans.js';
import type { BagDto } from './bag.dto.js';
import { bagStep, type BagState } from './bag-moves.rules.js';
import { bagOf } from './bags.query.js';
import { insideBag, lockBag, timeOf, type LockedBag } from './locked-bag.js';

/** Brings a bag a step further: closed, dispatched, arrived. A repeat, or a bag that is further already, answers the bag as it stands. */
@Injectable()
export class MoveBag {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly scans: BagScans,
  ) {}

  /** Nothing more goes in. @throws Problem `bag.unknown`, `bag.empty` */
  async close(actor: Actor, id: string, at?: string): Promise<BagDto> {
    return this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'leaving');
      if (mustMove(bag, 'closed')) {
        const parcels = await insideBag(tx, id);
        if (!parcels.length) throw postalProblem('bag.empty');
        await this.move(tx, actor, bag, 'closed', timeOf(at, this.clock.now()), { parcels: parcels.length });
      }
      return bagOf(tx, id);
    });
  }

  /** It leaves the office, and with it every parcel inside (EDE). @throws Problem `bag.unknown`, `bag.wrong-state` */
  async dispatch(actor: Actor, id: string, at?: string): Promise<BagDto> {
    const time = timeOf(at, this.clock.now());
    const { bag, parcels } = await this.db.transaction(async (tx) => ({
      bag: await lockBag(tx, actor, id, 'leaving'),
      parcels: await insideBag(tx, id),
    }));
    // The scans come first and have the same ids on a repeat: when we die in between, sending the request again completes it.
    if (mustMove(bag, 'dispatched'))
      await this.scans.record(
        actor,
        bag.id,
        bag.fromOfficeId,
        parcels.map((number) => ({ number, code: 'EDE' })),
        time,
      );
    return this.db.transaction(async (tx) => {
      const now = await lockBag(tx, actor, id, 'leaving');
      if (mustMove(now, 'dispatched')) await this.move(tx, actor, now, 'dispatched', time, { parcels: parcels.length });
      return bagOf(tx, id);
    });
  }

  /** @throws Problem `bag.unknown`, `bag.wrong-state`, `bag.misrouted` where it came to an office it does not go to (its detail names the right one) */
  async arrive(actor: Actor, id: string, at?: string): Promise<BagDto> {
    return this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'operator');
      requireDestination(actor, bag);
      if (mustMove(bag, 'arrived')) await this.move(tx, actor, bag, 'arrived', timeOf(at, this.clock.now()), {});
      return bagOf(tx, id);
    });
  }

  private async move(
    tx: Tx,
    actor: Actor,
    bag: LockedBag,
    to: 'closed' | 'dispatched' | 'arrived',
    at: Date,
    details: { parcels?: number },
  ): Promise<void> {
    await sql(tx, `update postal.bag set state = $2, ${to}_at = $3 where id = $1`, [bag.id, to, at]);
    await this.trail.record(tx, actor, { action: `bag.${to}`, subjectKind: 'bag', subjectId: bag.number, details });
  }
}

/** Whether the bag is to be moved; false for a repeat. @throws Problem `bag.wrong-state` */
export function mustMove(bag: LockedBag, to: BagState): boolean {
  const step = bagStep(bag.state, to);
  if (step === 'refused') throw postalProblem('bag.wrong-state');
  return step === 'move';
}

/** @throws Problem `bag.misrouted` for staff of an office the bag does not go to */
export function requireDestination(actor: Actor, bag: LockedBag): void {
  if (!staffOffices(actor, 'clerk').includes(bag.toOfficeId))
    throw postalProblem('bag.misrouted', { detail: `${bag.toName} (${bag.toCode})` });
}

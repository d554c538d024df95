import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { BagScans } from './bag-scans.js';
import type { BagWithParcelsDto, UnpackBagDto } from './bag.dto.js';
import { arrivalCode, compareContents } from './bag-moves.rules.js';
import { Bags } from './bags.query.js';
import { insideBag, lockBag, timeOf, type LockedBag } from './locked-bag.js';
import { mustMove, requireDestination } from './move-bag.js';

/**
 * A clerk unpacks a bag at its destination: what was found is scanned in there (EMG where it is delivered, EDD on the way), what is missing is reported
 * short, what nobody put in is reported over. Arrival of the bag alone says nothing about a parcel, for it may be missing.
 */
@Injectable()
export class UnpackBag {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly scans: BagScans,
    private readonly bags: Bags,
  ) {}

  /** The first report stands; a repeat answers it. @throws Problem `bag.unknown`, `bag.misrouted`, `bag.wrong-state` (it has not arrived) */
  async run(actor: Actor, id: string, { found, at }: UnpackBagDto): Promise<BagWithParcelsDto> {
    const time = timeOf(at, this.clock.now());
    const numbers = [...new Set(found.map(readParcelNumber))];
    const seen = await this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'operator');
      requireDestination(actor, bag);
      return mustMove(bag, 'opened') ? { bag, parcels: await lockParcels(tx, numbers, 'operator', [bag.operatorId]) } : null;
    });
    // As at the dispatch: scans first, with the same ids on a repeat.
    if (seen) await this.scanIn(actor, seen.bag, seen.parcels, time);
    await this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'operator');
      if (mustMove(bag, 'opened')) await this.report(tx, actor, bag, seen?.parcels.map(({ number }) => number) ?? [], time);
    });
    return this.bags.one(actor, id);
  }

  private async scanIn(actor: Actor, bag: LockedBag, parcels: LockedParcel[], at: Date): Promise<void> {
    const office = { id: bag.toOfficeId, kind: bag.toKind };
    const scans = parcels.map(({ number, deliveryOfficeId }) => ({ number, code: arrivalCode(deliveryOfficeId, office) }));
    for (let from = 0; from < scans.length; from += SCANS_AT_ONCE)
      await this.scans.record(actor, bag.id, office.id, scans.slice(from, from + SCANS_AT_ONCE), at);
  }

  private async report(tx: Tx, actor: Actor, bag: LockedBag, numbers: string[], at: Date): Promise<void> {
    const { found, short, over } = compareContents(await insideBag(tx, bag.id), numbers);
    // A parcel that was found here is in no other bag any more, whatever was reported about that one.
    await sql(
      tx,
      `update postal.bag_parcel set outcome = 'short', taken_at = $2 where parcel_number = any($1::text[]) and outcome is null and bag_id <> $3`,
      [over, at, bag.id],
    );
    await sql(
      tx,
      `insert into postal.bag_parcel (bag_id, parcel_number, put_at, taken_at, outcome)
       select $1, number, $2::timestamptz, $2::timestamptz, outcome
         from (select unnest($3::text[]) as number, 'found' as outcome union all select unnest($4::text[]), 'short' union all select unnest($5::text[]), 'over') seen
       on conflict (bag_id, parcel_number) do update set taken_at = excluded.taken_at, outcome = excluded.outcome`,
      [bag.id, at, found, short, over],
    );
    await sql(tx, `update postal.bag set state = 'opened', opened_at = $2 where id = $1`, [bag.id, at]);
    await this.trail.record(tx, actor, {
      action: 'bag.opened',
      subjectKind: 'bag',
      subjectId: bag.number,
      details: { found: found.length, short, over },
    });
  }
}

/** As many as a batch of scans takes. */
const SCANS_AT_ONCE = 500;

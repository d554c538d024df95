import { Injectable } from '@nestjs/common';
import { Clock, sql, type Actor, type Tx } from '@choxa/platform';
import { Network } from '../network/network.js';
import { Offices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { CLOSED_STATES } from '../scans/fold.rules.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { MOST_IN_BAG, type PutParcelDto } from './bag.dto.js';
import { rightOfficeInstead } from './bag-route.rules.js';
import type { BagRefusal } from './bag-refusals.js';
import { insideBag, lockBag, timeOf, type LockedBag } from './locked-bag.js';

/** What became of one parcel; `rightOfficeName`: where it should go instead. */
export interface PutResult {
  parcel: string;
  outcome: 'put' | 'already' | 'refused';
  code: BagRefusal | null;
  rightOfficeName: string | null;
}

interface Inside {
  bagId: string;
  number: string;
}

/**
 * A clerk puts parcels into an open bag, or takes one out. Each parcel is judged by itself, so that a queue sent late is not stopped by one wrong parcel;
 * a repeat says so and changes nothing.
 */
@Injectable()
export class FillBag {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly network: Network,
    private readonly offices: Offices,
  ) {}

  /** Outcomes in the sequence of `parcels`. @throws Problem `bag.unknown` */
  async put(actor: Actor, id: string, parcels: PutParcelDto[]): Promise<PutResult[]> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'leaving');
      const numbers = [...new Set(parcels.map(({ parcel }) => readParcelNumber(parcel)))];
      const known = new Map((await lockParcels(tx, numbers, 'operator', [bag.operatorId])).map((parcel) => [parcel.number, parcel]));
      const travelling = await this.travelling(tx, [...known.keys()]);
      const inside = new Set(await insideBag(tx, id));
      const added = new Map<string, Date>();
      const results: PutResult[] = [];
      for (const { parcel: written, at } of parcels) {
        const number = readParcelNumber(written);
        const result = await this.judge(tx, bag, known.get(number), travelling.get(number), inside.size);
        if (inside.has(number)) results.push({ parcel: number, outcome: 'already', code: null, rightOfficeName: null });
        else if (result) results.push({ parcel: number, outcome: 'refused', ...result });
        else {
          inside.add(number);
          added.set(number, timeOf(at, now));
          results.push({ parcel: number, outcome: 'put', code: null, rightOfficeName: null });
        }
      }
      await sql(
        tx,
        `insert into postal.bag_parcel (bag_id, parcel_number, put_at) select $1, * from unnest($2::text[], $3::timestamptz[])
         on conflict (bag_id, parcel_number) do update set put_at = excluded.put_at, taken_at = null, outcome = null`,
        [id, [...added.keys()], [...added.values()]],
      );
      return results;
    });
  }

  /** Takes a parcel out again; one that is not inside is left as it is. @throws Problem `bag.unknown`, `bag.not-open` */
  async takeOut(actor: Actor, id: string, writtenNumber: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const bag = await lockBag(tx, actor, id, 'leaving');
      if (bag.state !== 'open') throw postalProblem('bag.not-open');
      await sql(
        tx,
        `update postal.bag_parcel set taken_at = $3, outcome = 'taken_out' where bag_id = $1 and parcel_number = $2 and outcome is null`,
        [id, readParcelNumber(writtenNumber), this.clock.now()],
      );
    });
  }

  /** In which bag each of the parcels travels, if any. */
  private async travelling(tx: Tx, numbers: string[]): Promise<Map<string, string>> {
    const rows = await sql<Inside>(
      tx,
      `select bag_id as "bagId", parcel_number as number from postal.bag_parcel where parcel_number = any($1::text[]) and outcome is null`,
      [numbers],
    );
    return new Map(rows.map(({ number, bagId }) => [number, bagId]));
  }

  /** Why the parcel does not go in; null when it does. */
  private async judge(
    tx: Tx,
    bag: LockedBag,
    parcel: LockedParcel | undefined,
    travelsIn: string | undefined,
    inside: number,
  ): Promise<Pick<PutResult, 'code' | 'rightOfficeName'> | null> {
    const refused = (code: BagRefusal, rightOfficeName: string | null = null) => ({ code, rightOfficeName });
    if (!parcel) return refused('bag.parcel-unknown');
    if (bag.state !== 'open') return refused('bag.not-open');
    if (CLOSED_STATES.has(parcel.state)) return refused('bag.parcel-over');
    if (!parcel.acceptedAt) return refused('bag.parcel-not-accepted');
    if (travelsIn && travelsIn !== bag.id) return refused('bag.parcel-elsewhere');
    if (inside >= MOST_IN_BAG) return refused('bag.full');
    const target = parcel.state === 'returning' ? parcel.originOfficeId : parcel.deliveryOfficeId;
    const path = await this.network.path(bag.fromOfficeId, target, this.clock.now(), tx);
    const instead = rightOfficeInstead(bag, target, path?.officeIds ?? null);
    if (!instead) return null;
    const [office] = await this.offices.byIds([instead]);
    return refused('bag.wrong-route', office!.name);
  }
}

import { Injectable } from '@nestjs/common';
import type { DeliveryPlace } from '@choxa/standards';
import { Events, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import {
  ParcelClosed,
  ParcelDelivered,
  ParcelReturned,
  ParcelStatusChanged,
  type ClosingOutcome,
  type RestV1,
} from '@choxa/postal-contract';
import { bookCancelled } from '../cod/cod-ledger.js';
import { closedFacts } from '../facts/closed-facts.query.js';
import { foldScans, type KeptStanding, type Standing } from './fold.rules.js';
import { Reroute, type SeenParcel } from '../network/reroute.js';
import type { LockedParcel } from './parcels-to-move.js';
import { scansOf, type ScansByParcel } from './stored-scans.js';

/** What the caller of {@link MoveParcels} knows already. */
export interface KnownOfMoving {
  /** All scans of the parcels, or those that continue what is `kept` of them; read where they are not given. */
  scans?: ScansByParcel;
  kept?: ReadonlyMap<string, KeptStanding>;
  /** When the news is of: a correction's moment. Absent: the time of the scan that made it. */
  toldAt?: Date;
  /** Of a delivery: only a part was taken. */
  part?: { codCollectedVnd: number; taken: readonly number[]; rest: RestV1 };
}

interface Moved {
  parcel: LockedParcel;
  standing: Standing;
  at: Date;
}

/** Brings the copies on the parcels up to their scans and tells what changed. Call it in the transaction that added the scans. */
@Injectable()
export class MoveParcels {
  constructor(
    private readonly events: Events,
    private readonly trail: Trail,
    private readonly reroute: Reroute,
  ) {}

  /**
   * `parcels` must be locked. `deliveryPlace` goes with the EMI scan that was just added.
   */
  async run(
    tx: Tx,
    actor: TrailActor,
    parcels: LockedParcel[],
    deliveryPlace: DeliveryPlace | null = null,
    { scans, kept, toldAt, part }: KnownOfMoving = {},
  ): Promise<void> {
    if (!parcels.length) return;
    const known = scans ?? (await scansOf(tx, parcels));
    const moved = parcels.map((parcel): Moved => {
      const standing = foldScans(known.get(parcel.number) ?? [], kept?.get(parcel.number));
      return { parcel, standing, at: standing.at ?? parcel.announcedAt };
    });
    await this.store(tx, moved, deliveryPlace);
    await this.reroute.run(tx, moved.flatMap(seenOnTheWay));
    const changed = moved.filter(({ parcel, standing }) => standing.state !== parcel.state);
    await this.events.publishAll(
      tx,
      ParcelStatusChanged,
      changed.map(({ parcel: { number, senderReference }, standing: { state }, at }) => ({
        number,
        senderReference,
        state,
        at: (toldAt ?? at).toISOString(),
      })),
    );
    for (const one of changed) if (one.standing.closedBy) await this.close(tx, actor, one, one.standing.closedBy, deliveryPlace, part);
    const ended = moved.filter(endsAnew).map(({ parcel }) => parcel.number);
    await this.events.publishAll(tx, ParcelClosed, await closedFacts(tx, ended));
  }

  private async store(tx: Tx, moved: Moved[], deliveryPlace: DeliveryPlace | null): Promise<void> {
    await sql(
      tx,
      `update postal.parcel set state = s.state, state_at = s.at, current_office_id = s.office_id, attempts = s.attempts,
         outcome = s.outcome, closed_at = case when s.outcome is null then null else s.at end,
         delivery_place = case when s.outcome = 'EMI' then coalesce(delivery_place, $7) end, closings_told = closings_told + s.ends_anew::int
       from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::int[], $6::text[], $8::boolean[])
         as s(number, state, at, office_id, attempts, outcome, ends_anew)
       where parcel.number = s.number`,
      [
        moved.map(({ parcel }) => parcel.number),
        moved.map(({ standing }) => standing.state),
        moved.map(({ at }) => at),
        moved.map(({ standing }) => standing.officeId),
        moved.map(({ standing }) => standing.attempts),
        moved.map(({ standing }) => standing.closedBy),
        deliveryPlace,
        moved.map(endsAnew),
      ],
    );
  }

  private async close(
    tx: Tx,
    actor: TrailActor,
    { parcel, standing, at }: Moved,
    outcome: ClosingOutcome,
    deliveryPlace: DeliveryPlace | null,
    part?: KnownOfMoving['part'],
  ): Promise<void> {
    const { number, senderReference } = parcel;
    const closedAt = at.toISOString();
    if (outcome === 'EMI') {
      await this.events.publish(tx, ParcelDelivered, {
        number,
        senderReference,
        deliveredAt: closedAt,
        deliveryPlace: deliveryPlace!,
        codCollectedVnd: part?.codCollectedVnd ?? parcel.codVnd,
        telling: parcel.closingsTold + 1,
        ...(part && { taken: part.taken.map((quantity) => ({ quantity })), rest: part.rest }),
      });
    } else {
      if (parcel.acceptedAt) await bookCancelled(tx, number, parcel.codVnd, at);
      const details = { codCancelledVnd: parcel.acceptedAt ? parcel.codVnd : 0 };
      await this.trail.record(tx, actor, { action: `parcel.${standing.state}`, subjectKind: 'parcel', subjectId: number, details });
    }
    const restOf = outcome === 'EMI' ? null : await wholeOf(tx, number);
    if (outcome === 'RTD')
      await this.events.publish(tx, ParcelReturned, { number, senderReference, returnedAt: closedAt, ...(restOf && { restOf }) });
  }
}

/** Whether its end is to be told of: it came to one, or a scan that came late or was passed over changed when, or after how many tries, it did. */
function endsAnew({ parcel, standing, at }: Moved): boolean {
  const same = standing.state === parcel.state && standing.attempts === parcel.attempts && at.getTime() === parcel.stateAt.getTime();
  return standing.closedBy !== null && !same;
}

/** Reference of the parcel of which this is what its recipient did not take; null for any other. */
async function wholeOf(tx: Tx, number: string): Promise<string | null> {
  const [whole] = await sql<{ senderReference: string }>(
    tx,
    `select whole.sender_reference as "senderReference" from postal.parcel rest join postal.parcel whole on whole.number = rest.rest_of
      where rest.number = $1`,
    [number],
  );
  return whole?.senderReference ?? null;
}

/** Where an open parcel was seen, so that one that strayed gets another way. */
function seenOnTheWay({ parcel, standing: { officeId, state, closedBy }, at }: Moved): SeenParcel[] {
  if (closedBy || !officeId) return [];
  const towards = state === 'returning' ? parcel.originOfficeId : parcel.deliveryOfficeId;
  return [{ number: parcel.number, officeId, at, route: parcel.route, towards, setsOut: state === 'accepted' }];
}

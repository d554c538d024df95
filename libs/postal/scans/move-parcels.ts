import { Injectable } from '@nestjs/common';
import type { DeliveryPlace } from '@choxa/standards';
import { Events, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { ParcelClosed, ParcelDelivered, ParcelReturned, ParcelStatusChanged } from '@choxa/postal-contract';
import { bookCancelled } from '../cod/cod-ledger.js';
import { foldScans, type Standing } from './fold.rules.js';
import type { LockedParcel } from './parcels-to-move.js';
import { byParcel, scansOf } from './stored-scans.js';

/** Brings the copies on the parcels up to their scans and tells what changed. Call it in the transaction that added the scans. */
@Injectable()
export class MoveParcels {
  constructor(
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** `parcels` must be locked. `deliveryPlace` goes with the EMI scan that was just added. */
  async run(tx: Tx, actor: TrailActor, parcels: LockedParcel[], deliveryPlace: DeliveryPlace | null = null): Promise<void> {
    if (!parcels.length) return;
    const numbers = parcels.map((parcel) => parcel.number);
    const scans = byParcel(await scansOf(tx, numbers));
    const moved = parcels
      .map((parcel) => ({ parcel, standing: foldScans(scans.get(parcel.number) ?? []) }))
      .filter(({ standing }) => standing.at !== null);
    await this.store(tx, moved, deliveryPlace);
    for (const { parcel, standing } of moved)
      if (standing.state !== parcel.state) await this.tell(tx, actor, parcel, standing, deliveryPlace);
  }

  private async store(tx: Tx, moved: { parcel: LockedParcel; standing: Standing }[], deliveryPlace: DeliveryPlace | null): Promise<void> {
    await sql(
      tx,
      `update postal.parcel set state = s.state, state_at = s.at, current_office_id = s.office_id, attempts = s.attempts,
         outcome = s.outcome, closed_at = case when s.outcome is null then null else s.at end,
         delivery_place = case when s.outcome = 'EMI' then coalesce(delivery_place, $7) end
       from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::int[], $6::text[])
         as s(number, state, at, office_id, attempts, outcome)
       where parcel.number = s.number`,
      [
        moved.map(({ parcel }) => parcel.number),
        moved.map(({ standing }) => standing.state),
        moved.map(({ standing }) => standing.at),
        moved.map(({ standing }) => standing.officeId),
        moved.map(({ standing }) => standing.attempts),
        moved.map(({ standing }) => standing.closedBy),
        deliveryPlace,
      ],
    );
  }

  private async tell(
    tx: Tx,
    actor: TrailActor,
    parcel: LockedParcel,
    standing: Standing,
    deliveryPlace: DeliveryPlace | null,
  ): Promise<void> {
    const { number, senderReference } = parcel;
    const at = standing.at!.toISOString();
    await this.events.publish(tx, ParcelStatusChanged, { number, senderReference, state: standing.state, at });
    if (!standing.closedBy) return;
    if (standing.closedBy === 'EMI') {
      const codCollectedVnd = parcel.codVnd;
      await this.events.publish(tx, ParcelDelivered, {
        number,
        senderReference,
        deliveredAt: at,
        deliveryPlace: deliveryPlace!,
        codCollectedVnd,
      });
    } else {
      if (parcel.acceptedAt) await bookCancelled(tx, number, parcel.codVnd, standing.at!);
      const details = { codCancelledVnd: parcel.acceptedAt ? parcel.codVnd : 0 };
      await this.trail.record(tx, actor, { action: 'parcel.returned', subjectKind: 'parcel', subjectId: number, details });
      await this.events.publish(tx, ParcelReturned, { number, senderReference, returnedAt: at });
    }
    await this.events.publish(tx, ParcelClosed, {
      number,
      operatorCode: parcel.operatorCode,
      closedAt: at,
      outcome: standing.closedBy,
      deliveryPlace: standing.closedBy === 'EMI' ? deliveryPlace : null,
      recipientProvinceCode: parcel.recipientProvinceCode,
      recipientCommuneCode: parcel.recipientCommuneCode,
      attempts: standing.attempts,
    });
  }
}

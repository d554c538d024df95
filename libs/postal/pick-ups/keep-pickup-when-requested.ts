import { randomUUID } from 'node:crypto';
import { Places } from '@choxa/places';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PickupRequested, readPostalEvent, type PickupRequestedV1 } from '@choxa/postal-contract';
import { WALL_SENDER } from '../parcels/register-parcel.js';

/** Each office that is to accept some of the parcels gets a request of its own. Parcels handed over meanwhile are left out. */
@Handles(PickupRequested)
export class KeepPickupWhenRequested implements EventHandler<PickupRequestedV1> {
  constructor(private readonly places: Places) {}

  async handle(tx: Tx, event: EventEnvelope<PickupRequestedV1>): Promise<void> {
    const { pickupReference, sender, day, half, note, parcels, requestedAt } = readPostalEvent(PickupRequested, event.data);
    const found = await sql<{ number: string; officeId: string }>(
      tx,
      `select number, origin_office_id as "officeId" from postal.parcel
        where sender_key = $1 and sender_reference = any($2::text[]) and state = 'announced' order by number`,
      [WALL_SENDER, parcels.map((parcel) => parcel.senderReference)],
    );
    for (const [officeId, own] of Map.groupBy(found, (parcel) => parcel.officeId)) {
      const [made] = await sql<{ id: string }>(
        tx,
        `insert into postal.pickup (id, pickup_reference, office_id, sender_name, sender_phone, sender_street, sender_commune_name, day, half,
           note, state, requested_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'requested', $11)
         on conflict on constraint pickup_once do nothing returning id`,
        [
          randomUUID(),
          pickupReference,
          officeId,
          sender.name,
          sender.phone,
          sender.street,
          this.places.commune(sender.communeCode)?.name ?? sender.communeCode,
          day,
          half,
          note,
          requestedAt,
        ],
      );
      if (made)
        await sql(tx, 'insert into postal.pickup_parcel (pickup_id, parcel_number) select $1, unnest($2::text[])', [
          made.id,
          own.map((parcel) => parcel.number),
        ]);
    }
  }
}

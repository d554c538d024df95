import { Injectable } from '@nestjs/common';
import { Events, sql, type Tx } from '@choxa/platform';
import { DeliveryPlaceCorrected } from '../seller-orders/seller-orders.events.js';
import type { OpenParcel } from './divided-parcels.js';
import type { LockedSellerOrder } from './move-seller-order.js';

/** A word of the post about where a parcel was handed over. */
interface PlaceTold {
  /** At the buyer's address or shared letter box; null: it was not delivered after all. */
  toAddress: boolean | null;
  /** Its number among the words about the end of this parcel, 1 for the first. */
  telling: number;
}

interface Kept {
  toAddress: boolean | null;
  telling: number;
  changed: boolean;
  /** The delivery has been told of, with the place known then. */
  delivered: boolean;
}

/**
 * Keeps where a seller order was handed over, by the last word about each of its parcels, in whatever sequence the words arrive. Once the delivery
 * was told of, a change is told too. The caller holds the seller order's lock.
 */
@Injectable()
export class KeepDeliveryPlace {
  constructor(private readonly events: Events) {}

  /** `parcel`: the one of several that it is about; absent where there is a single one. */
  async run(tx: Tx, { id }: LockedSellerOrder, parcel: OpenParcel | undefined, { toAddress, telling }: PlaceTold): Promise<void> {
    if (parcel) await sql(tx, KEEP_OF_PARCEL, [parcel.id, toAddress, telling]);
    const [kept] = parcel ? await sql<Kept>(tx, KEEP_OF_SEVERAL, [id]) : await sql<Kept>(tx, KEEP, [id, toAddress, telling]);
    if (!kept?.changed || !kept.delivered) return;
    await this.events.publish(tx, DeliveryPlaceCorrected, { sellerOrderId: id, toAddress: kept.toAddress, telling: kept.telling });
  }
}

const KEEP_OF_PARCEL = 'update orders.parcel set to_address = $2, place_telling = $3 where id = $1 and coalesce(place_telling, 0) < $3';

/** SQL that puts `told`, a row of place and telling, on the seller order `$1`. */
const keep = (told: string) => `
  with told (to_address, telling) as (${told}), before as (select to_address from orders.seller_order where id = $1)
  update orders.seller_order part set to_address = told.to_address, place_telling = told.telling from told, before
   where part.id = $1 and coalesce(part.place_telling, 0) < told.telling
  returning part.to_address as "toAddress", part.place_telling as telling, part.delivered_at is not null as delivered,
            part.to_address is distinct from before.to_address as changed`;

const KEEP = keep('select $2::boolean, $3::int');
const KEEP_OF_SEVERAL = keep(`
  select case when bool_or(not to_address) then false when bool_and(to_address is not null) then true end, sum(place_telling)::int
    from orders.parcel where seller_order_id = $1 and place_telling is not null`);

import { Injectable } from '@nestjs/common';
import { requireOwnHousehold } from '@choxa/households';
import { Database, sql, type Actor } from '@choxa/platform';
import type { HandOverDto, HandOverParcelDto } from './hand-over.dto.js';
import { parcelsOf } from '../parcels/parcels-of.query.js';
import { pickUpsOf } from './pick-ups.query.js';

/** More than fit into a QR code a phone reads at the counter; the rest comes with the next one. */
const MOST = 50;

/** The parcels a household still has to hand over, packed ones first. */
@Injectable()
export class HandOver {
  constructor(private readonly db: Database) {}

  /** @throws not-found, `household.choose` */
  async list(actor: Actor, household: string | null): Promise<HandOverDto> {
    const rows = await sql<Omit<HandOverParcelDto, 'pickUp' | 'parcels'>>(
      this.db.read,
      `select part.id, whole.number, part.parcel_number as "parcelNumber", part.state, whole.commune_name as "communeName",
              whole.province_name as "provinceName"
         from orders.seller_order part join orders."order" whole on whole.id = part.order_id
        where part.household_id = $1 and part.state in ('confirmed', 'packed')
        order by part.state desc, part.placed_at, part.id limit $2`,
      [requireOwnHousehold(actor, household), MOST],
    );
    const ids = rows.map((row) => row.id);
    const [pickUps, parcels] = [await pickUpsOf(this.db.read, ids), await parcelsOf(this.db.read, ids)];
    return { data: rows.map((row) => ({ ...row, pickUp: pickUps.get(row.id) ?? null, parcels: parcels.get(row.id) ?? [] })), next: null };
  }

  /** What the counter scans: the numbers of the packed parcels, with spaces between them. */
  async numbers(actor: Actor, household: string | null): Promise<string> {
    const { data } = await this.list(actor, household);
    return data
      .filter(({ state }) => state === 'packed')
      .flatMap(({ parcelNumber, parcels }) => (parcels.length ? parcels.map(({ number }) => number) : [parcelNumber]))
      .filter((number) => number !== null)
      .join(' ');
  }
}

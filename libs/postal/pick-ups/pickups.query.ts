import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, Trail, type Actor, type Page } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import type { PickupDto, PickupsQuery } from './pickup.dto.js';

/** Pick-ups asked of the offices the actor works for, the next day first. */
@Injectable()
export class Pickups {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  async list(actor: Actor, { state, office, limit = DEFAULT_LIMIT, cursor }: PickupsQuery): Promise<Page<PickupDto>> {
    const own = staffOffices(actor);
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const [day, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<Omit<PickupDto, 'requestedAt'> & { requestedAt: Date }>('postal.pickups', LIST, [
      offices,
      state ?? null,
      day,
      id,
      limit + 1,
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => [row.day, row.id],
      (row): PickupDto => ({ ...row, requestedAt: row.requestedAt.toISOString() }),
    );
    if (page.data.length) await this.recordReading(actor, page.data);
    return page;
  }

  /** Names, telephones and streets of senders were read. */
  private async recordReading(actor: Actor, [first, ...others]: PickupDto[]): Promise<void> {
    const details = others.length ? { others: others.map((pickup) => pickup.id) } : {};
    const reading = { action: 'pickup.sender-read', subjectKind: 'pickup', subjectId: first!.id, details };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
  }
}

const LIST = `
  select pickup.id, office.name as "officeName", sender_name as "senderName", sender_phone as "senderPhone", sender_street as "senderStreet",
         sender_commune_name as "senderCommuneName", day::text, half, note, state, reason, requested_at as "requestedAt",
         array(select parcel_number from postal.pickup_parcel where pickup_id = pickup.id order by parcel_number) as parcels
    from postal.pickup join postal.office on office.id = pickup.office_id
   where office_id = any($1::uuid[]) and ($2::text is null or state = $2) and ($3::date is null or (day, pickup.id) > ($3, $4::uuid))
   order by day, pickup.id limit $5`;

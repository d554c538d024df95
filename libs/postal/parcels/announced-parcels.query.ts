import { Injectable } from '@nestjs/common';
import { Clock, Trail, type Actor } from '@choxa/platform';
import { localDay, parseContactPhone } from '@choxa/standards';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { postageSteps } from '../tariffs/postage.sql.js';
import type { AnnouncedParcelDto } from './accept-parcels.dto.js';

/** What an older announcement is not looked for: who announced so long ago is asked for the number. */
const DAYS_BACK = 30;
const MOST = 100;

/** What somebody at the counter has announced to hand over there. */
@Injectable()
export class AnnouncedParcels {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * The parcels asked for, and what their senders or the holder of `phone` have announced besides in the last 30 days at the same office.
   * Parcels of offices where the actor is no clerk are not there.
   */
  async find(actor: Actor, wanted: { parcels?: string[]; phone?: string; office?: string }): Promise<AnnouncedParcelDto[]> {
    const own = staffOffices(actor, 'clerk');
    const offices = wanted.office ? own.filter((id) => id === wanted.office!.toLowerCase()) : own;
    const numbers = (wanted.parcels ?? []).map(readParcelNumber);
    const phone = wanted.phone ? parseContactPhone(wanted.phone) : null;
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAYS_BACK * 86_400_000);
    const rows = await this.db.rows<AnnouncedParcelDto>('postal.announced-parcels', ANNOUNCED, [
      offices,
      numbers,
      phone?.ok ? phone.e164 : null,
      since,
      localDay(now),
      MOST,
    ]);
    if (rows.length) await this.recordReading(actor, rows);
    return rows;
  }

  private async recordReading(actor: Actor, rows: AnnouncedParcelDto[]): Promise<void> {
    const [first, ...others] = rows.map(({ number }) => number);
    const reading = { action: 'parcel.recipient-read', subjectKind: 'parcel', subjectId: first!, details: others.length ? { others } : {} };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
  }
}

const OPEN = `(accepted_at is null and outcome is null and state <> 'withdrawn')`;
const ANNOUNCED = `
  with asked as (
    select number, sender_phone, origin_office_id from postal.parcel where number = any($2::text[]) and origin_office_id = any($1::uuid[]))
  select number, number = any($2::text[]) as asked, ${OPEN} as open, state, sender_name as "senderName", sender_phone as "senderPhone",
    sender_commune_name || ', ' || sender_province_name as "senderPlace", recipient_name as "recipientName",
    recipient_commune_name as "communeName", recipient_province_name as "provinceName", cod_vnd as "codVnd", weight_grams as "weightGrams",
    ${postageSteps('$5::date')} as "postageSteps",
    coalesce((select json_agg(json_build_object('code', code14, 'description', description, 'quantity', quantity, 'checked', checked)
      order by line_no) from postal.content_line where parcel_number = parcel.number), '[]') as contents
  from postal.parcel
  where number in (select number from asked)
    or (origin_office_id = any($1::uuid[]) and announced_at >= $4 and ${OPEN}
      and (sender_phone = $3 or (sender_phone, origin_office_id) in (select sender_phone, origin_office_id from asked)))
  order by sender_phone, announced_at, number limit $6`;

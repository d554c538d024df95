import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, Trail, type Actor, type Page, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { NUMBERS_AT } from './numbers-at.sql.js';
import { toStaffParcelDto, type StaffParcelDto, type StaffParcelRow } from './staff-parcel.dto.js';

const OFFICE = (alias: string) => `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name)`;

/** The one statement behind list and detail, so that both show the same. */
const SELECT = `
  select parcel.*, parcel.promised_on::text as promised_on, ${OFFICE('origin')} as origin_office, ${OFFICE('delivery')} as delivery_office,
    (select rest.number from postal.parcel rest where rest.rest_of = parcel.number) as rest_number,
    case when here.id is null then null else ${OFFICE('here')} end as current_office,
    coalesce((select json_agg(json_build_object('line', line_no, 'code', code14, 'description', description, 'quantity', quantity, 'checked', checked,
        'unitPriceVnd', unit_price_vnd, 'taken', taken) order by line_no) from postal.content_line where parcel_number = parcel.number), '[]') as contents,
    coalesce((select json_agg(json_build_object('id', scan.id, 'code', scan.code, 'eventTime', scan.event_time, 'recordedAt', scan.recorded_at,
        'device', scan.device, 'officeName', office.name, 'provinceName', office.province_name, 'reason', scan.reason,
        'nextAction', scan.next_action, 'fromTheFuture', scan.from_the_future, 'correction', correction.reason,
        'correctionWaits', correction.id is not null and correction.confirmed_at is null) order by scan.event_time, scan.recorded_at, scan.id)
      from postal.scan join postal.office on office.id = scan.office_id
      left join postal.scan_correction correction on correction.scan_id = scan.id and correction.refused_at is null
      where scan.parcel_number = parcel.number and scan.recorded_at >= parcel.announced_at), '[]') as scans
  from postal.parcel
  join postal.office origin on origin.id = parcel.origin_office_id
  join postal.office delivery on delivery.id = parcel.delivery_office_id
  left join postal.office here on here.id = parcel.current_office_id`;

/** A parcel concerns an office that accepts, holds or delivers it: of parcels whose numbers are given. */
export const IN_SCOPE = (offices: string) =>
  `(parcel.origin_office_id = any(${offices}) or parcel.delivery_office_id = any(${offices}) or parcel.current_office_id = any(${offices}))`;

/** The same for all parcels of the offices `$1`: each part by an index. */
const OF_OFFICES = `(parcel.origin_office_id = any($1::uuid[]) or parcel.delivery_office_id = any($1::uuid[])
  or parcel.number = any(${NUMBERS_AT('$1::uuid[]')}))`;

export interface ParcelFilter {
  state?: ParcelState;
  /** Id of one of the caller's offices. */
  office?: string;
  limit?: number;
  cursor?: string;
}

/** What staff see: the parcels of their own offices, so never another operator's. */
@Injectable()
export class StaffParcels {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** Newest announcement first. */
  async list(actor: Actor, { state, office, limit = DEFAULT_LIMIT, cursor }: ParcelFilter): Promise<Page<StaffParcelDto>> {
    const own = staffOffices(actor);
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const [announcedAt, number] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<StaffParcelRow>(
      'postal.staff-parcels',
      `${SELECT} where ${OF_OFFICES} and ($2::text is null or parcel.state = $2)
         and ($3::timestamptz is null or (parcel.announced_at, parcel.number) < ($3, $4::text))
       order by parcel.announced_at desc, parcel.number desc limit $5`,
      [offices, state ?? null, announcedAt, number, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    if (shown.length) await this.recordReading(actor, shown);
    return {
      data: shown.map(toStaffParcelDto),
      next: rows.length > limit && last ? encodeCursor([last.announced_at.toISOString(), last.number]) : null,
    };
  }

  /** @throws Problem `parcel.unknown`, also for a parcel of offices that are not the caller's */
  async one(actor: Actor, writtenNumber: string): Promise<StaffParcelDto> {
    const [row] = await this.db.rows<StaffParcelRow>(
      'postal.staff-parcel',
      `${SELECT} where parcel.number = $2 and ${IN_SCOPE('$1::uuid[]')}`,
      [staffOffices(actor), readParcelNumber(writtenNumber)],
    );
    if (!row) throw postalProblem('parcel.unknown');
    await this.recordReading(actor, [row]);
    return toStaffParcelDto(row);
  }

  /** Those of a round of one of the actor's offices, in the sequence to go. @throws Problem `run.unknown` */
  async onRun(actor: Actor, runId: string): Promise<StaffParcelDto[]> {
    const rows = await this.db.rows<StaffParcelRow>(
      'postal.run-parcels',
      `${SELECT} join postal.run_stop stop on stop.parcel_number = parcel.number join postal.run on run.id = stop.run_id
       where run.id = $2 and run.office_id = any($1::uuid[]) order by stop.place, parcel.number`,
      [staffOffices(actor), runId],
    );
    // A round has at least one stop.
    if (!rows.length) throw postalProblem('run.unknown');
    await this.recordReading(actor, rows);
    return rows.map(toStaffParcelDto);
  }

  /** Names, phones and streets of recipients were read. */
  private async recordReading(actor: Actor, rows: StaffParcelRow[]): Promise<void> {
    const [first, ...others] = rows.map((row) => row.number);
    const reading = { action: 'parcel.recipient-read', subjectKind: 'parcel', subjectId: first!, details: others.length ? { others } : {} };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
  }
}

/** A parcel as its use case leaves it; the use case has checked the scope. */
export async function staffParcel(tx: Tx, number: string): Promise<StaffParcelDto> {
  const [row] = (await tx.query(`${SELECT} where parcel.number = $1`, [number])) as StaffParcelRow[];
  return toStaffParcelDto(row!);
}

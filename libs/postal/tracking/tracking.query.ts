import { Injectable } from '@nestjs/common';
import type { ParcelEventCode } from '@choxa/standards';
import { Clock } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { bySequence } from '../scans/fold.rules.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { OfficeProvinces } from './office-provinces.js';
import type { TrackingDto } from './tracking.dto.js';
import { trackingProgress } from './tracking.rules.js';

interface TrackingRow {
  number: string;
  state: ParcelState;
  state_at: Date;
  announced_at: Date;
  promised_on: string | null;
  from_province: string;
  to_province: string;
  scans: [id: string, code: ParcelEventCode, at: string, officeId: string][];
}

/** Clocks of our processes are not so far apart. */
const CLOCKS_APART_MS = 3_600_000;

/**
 * Scans of the months between its announcement and now (`$2`): those to come are there already, and looking into them costs more than the rest. `$2` is a
 * text so that the months are left out when the statement runs; as a time they would be when it is planned, and it would be planned each time.
 */
const TRACKING = `
  select number, state, state_at, announced_at, promised_on::text as promised_on, sender_province_name as from_province,
    recipient_province_name as to_province,
    coalesce((select json_agg(json_build_array(scan.id, scan.code, scan.event_time, scan.office_id))
      from postal.scan
      where scan.parcel_number = parcel.number and scan.recorded_at between parcel.announced_at and $2::text::timestamptz and scan.id <> all(array(
        select scan_id from postal.scan_correction where parcel_number = $1 and confirmed_at is not null))), '[]') as scans
  from postal.parcel where number = $1`;

/** The post's own public look-up. Columns with a name, phone, street or amount are not even read. */
@Injectable()
export class Tracking {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly provinces: OfficeProvinces,
  ) {}

  /** @throws Problem `parcel.unknown`, the same for a number that was never used and one that cannot be */
  async of(writtenNumber: string): Promise<TrackingDto> {
    const until = new Date(this.clock.now().getTime() + CLOCKS_APART_MS).toISOString();
    const [row] = await this.db.rows<TrackingRow>('postal.tracking', TRACKING, [readParcelNumber(writtenNumber), until]);
    if (!row) throw postalProblem('parcel.unknown');
    return toTrackingDto(row, await this.provinces.of(row.scans.map(([, , , officeId]) => officeId)));
  }

  /** What changes with every state and scan, for the parcels among `numbers`; for streams that wait for a change. Without spaces. */
  async marks(numbers: string[]): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ number: string; mark: string }>(
      'postal.tracking-marks',
      `select number, state || '.' || floor(extract(epoch from state_at) * 1000) || '.' ||
         (select count(*) from postal.scan where parcel_number = number) as mark
       from postal.parcel where number = any($1::text[])`,
      [numbers],
    );
    return new Map(rows.map(({ number, mark }) => [number, mark]));
  }
}

function toTrackingDto(row: TrackingRow, provinces: ReadonlyMap<string, string>): TrackingDto {
  const scans = row.scans.map(([id, code, at, officeId]) => ({ id, code, eventTime: new Date(at), officeId })).sort(bySequence);
  const { step, steps, nextStep } = trackingProgress(row.state, row.announced_at, scans);
  return {
    number: row.number,
    step,
    steps: steps.map(({ key, reachedAt }) => ({ key, reachedAt: reachedAt?.toISOString() ?? null })),
    status: row.state,
    statusAt: row.state_at.toISOString(),
    nextStep,
    expectedOn: nextStep && nextStep !== 'returned' ? row.promised_on : null,
    fromProvince: row.from_province,
    toProvince: row.to_province,
    events: scans.map(({ code, eventTime, officeId }) => ({ code, at: eventTime.toISOString(), provinceName: provinces.get(officeId)! })),
  };
}

import { Injectable } from '@nestjs/common';
import type { ParcelEventCode } from '@choxa/standards';
import { sql, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import type { CorrectionDto } from './correction.dto.js';

/** Whose parcels: `$2` offices where somebody is a clerk, `$3` operators they manage. The scan's own office counts too. */
export const IN_REACH = `(parcel.origin_office_id = any($2::uuid[]) or parcel.delivery_office_id = any($2::uuid[])
  or parcel.current_office_id = any($2::uuid[]) or scan.office_id = any($2::uuid[]) or parcel.operator_id = any($3::uuid[]))`;

/** The parameters `$2` and `$3` of {@link IN_REACH}. */
export function reachOf(actor: Actor): [string[], string[]] {
  return [staffOffices(actor, 'clerk'), managedOperators(actor)];
}

interface CorrectionRow {
  id: string;
  scanId: string;
  parcelNumber: string;
  code: ParcelEventCode;
  eventTime: Date;
  officeName: string;
  reason: string;
  secondPerson: boolean;
  own: boolean;
  declaredAt: Date;
  confirmedAt: Date | null;
  refusedAt: Date | null;
}

const SELECT = `
  select correction.id, correction.scan_id as "scanId", correction.parcel_number as "parcelNumber", scan.code, scan.event_time as "eventTime",
    office.name as "officeName", correction.reason, correction.second_person as "secondPerson", correction.declared_by = $1 as own,
    correction.declared_at as "declaredAt", correction.confirmed_at as "confirmedAt", correction.refused_at as "refusedAt"
  from postal.scan_correction correction
  join postal.parcel on parcel.number = correction.parcel_number
  join postal.scan on scan.id = correction.scan_id and scan.recorded_at >= parcel.announced_at
  join postal.office on office.id = scan.office_id`;

@Injectable()
export class Corrections {
  constructor(private readonly db: PostalDatabase) {}

  /** Declarations that wait for a second person, the oldest first; at most 200. */
  async waiting(actor: Actor): Promise<CorrectionDto[]> {
    const rows = await this.db.rows<CorrectionRow>(
      'postal.corrections-waiting',
      `${SELECT} where correction.confirmed_at is null and correction.refused_at is null and ${IN_REACH}
       order by correction.declared_at, correction.id limit 200`,
      [actor.accountId, ...reachOf(actor)],
    );
    return rows.map(toCorrectionDto);
  }
}

/** One correction as its use case leaves it; the use case has checked the scope. */
export async function correctionOf(tx: Tx, actor: Actor, id: string): Promise<CorrectionDto> {
  const [row] = await sql<CorrectionRow>(tx, `${SELECT} where correction.id = $2`, [actor.accountId, id]);
  return toCorrectionDto(row!);
}

function toCorrectionDto(row: CorrectionRow): CorrectionDto {
  return {
    ...row,
    eventTime: row.eventTime.toISOString(),
    declaredAt: row.declaredAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    refusedAt: row.refusedAt?.toISOString() ?? null,
  };
}

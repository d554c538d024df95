import { boundsOf, localDay, parsePeriod, periodKey, shiftPeriod } from '@choxa/standards';
import type { Places } from '@choxa/places';
import type { ReportedIndicator } from '@choxa/postal-contract';
import { sql, type Tx } from '@choxa/platform';
import { POSTAGE } from '../cod/postage.sql.js';

/** What our data say of one indicator. */
export interface ComputedFigure {
  indicator: ReportedIndicator;
  numerator: number;
  denominator: number | null;
}

interface Offices {
  points: number;
  communes: number;
  internet: number;
  publicService: number;
}

/**
 * The operator's figures of a quarter: parcels by the instants of local time, offices as they stand on its last day (today, while it runs).
 * Revenue is compared with the same quarter a year before.
 */
export async function quarterFigures(tx: Tx, places: Places, operatorId: string, quarter: string, now: Date): Promise<ComputedFigure[]> {
  const { from, until } = boundsOf(quarter);
  const before = boundsOf(yearBefore(quarter));
  const lastDay = localDay(new Date(Math.min(until.getTime() - 1, now.getTime())));
  const sent = await parcelsSent(tx, operatorId, from, until);
  const sentBefore = await parcelsSent(tx, operatorId, before.from, before.until);
  const [closed] = await sql<{ all: number; toAddress: number }>(tx, CLOSED, [operatorId, from, until]);
  const [offices] = await sql<Offices>(tx, OFFICES, [operatorId, lastDay]);
  const communes = places.provinces().reduce((sum, { code }) => sum + places.communes(code).length, 0);
  return [
    { indicator: '1', numerator: sent.postageVnd, denominator: sentBefore.postageVnd },
    { indicator: '2', numerator: sent.items, denominator: null },
    { indicator: '5', numerator: offices!.points, denominator: null },
    { indicator: '6', numerator: offices!.communes, denominator: communes },
    { indicator: '7', numerator: offices!.internet, denominator: offices!.points },
    { indicator: '13', numerator: closed!.toAddress, denominator: closed!.all },
    { indicator: '14', numerator: offices!.publicService, denominator: offices!.points },
  ];
}

/** The same quarter of the year before: `2026-Q3` → `2025-Q3`. */
function yearBefore(quarter: string): string {
  const read = parsePeriod(quarter);
  return read.ok ? periodKey(shiftPeriod(read.period, -4)) : quarter;
}

async function parcelsSent(tx: Tx, operatorId: string, from: Date, until: Date): Promise<{ items: number; postageVnd: number }> {
  const [row] = await sql<{ items: number; postageVnd: number }>(
    tx,
    `select count(*)::int as items, coalesce(sum(${POSTAGE}), 0)::bigint as "postageVnd" from postal.parcel
      where parcel.operator_id = $1 and parcel.rest_of is null and parcel.accepted_at >= $2 and parcel.accepted_at < $3`,
    [operatorId, from, until],
  );
  return row!;
}

const CLOSED = `
  select count(*)::int as all, count(*) filter (where outcome = 'EMI' and delivery_place in ('address', 'shared_box'))::int as "toAddress"
    from postal.parcel where operator_id = $1 and rest_of is null and closed_at >= $2 and closed_at < $3 and outcome is not null`;

const OFFICES = `
  select count(*)::int as points, count(distinct commune_code) filter (where staffed)::int as communes,
         count(*) filter (where internet)::int as internet, count(*) filter (where public_service)::int as "publicService"
    from postal.office where operator_id = $1 and kind <> 'hub' and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`;

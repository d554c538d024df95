import type { Places } from '@choxa/places';
import type { OfficeChangedV1, PublicServiceServedV1, QuarterReportedV1 } from '@choxa/postal-contract';

// Indicators 5, 6, 7, 10 and 14 counted a second time from what was told, by the wall calendar and with loops: shares nothing with the product's way.

/** All that operators told. */
export interface ToldByOperators {
  /** All descriptions of each office, by version. */
  offices: OfficeChangedV1[][];
  served: PublicServiceServedV1[];
  reports: QuarterReportedV1[];
}

/** What is asked: a period, places (null: all) and an operator. */
export interface OperatorsFilter {
  period: string;
  /** Local day of the question. */
  today: string;
  provinces: string[] | null;
  communes: string[] | null;
  operator: string | null;
}

const FIRST_DAYS: Record<string, string> = { '1': '01-01', '2': '04-01', '3': '07-01', '4': '10-01' };
const LAST_DAYS: Record<string, string> = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' };
/** Each quarter with its last day and the 15th day after it. */
const QUARTERS = [
  ['2025-Q4', '2025-12-31', '2026-01-15'],
  ['2026-Q1', '2026-03-31', '2026-04-15'],
  ['2026-Q2', '2026-06-30', '2026-07-15'],
  ['2026-Q3', '2026-09-30', '2026-10-15'],
] as const;

const wall = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' });

function daysOf(period: string): [string, string] {
  const [, year, quarter, toDate] = /^(\d{4})(?:-Q(\d))?(-YTD)?$/.exec(period)!;
  return [`${year}-${toDate || !quarter ? '01-01' : FIRST_DAYS[quarter]}`, `${year}-${LAST_DAYS[quarter ?? '4']}`];
}

function stoodOn(versions: OfficeChangedV1[], day: string): OfficeChangedV1 | null {
  const newest = versions.at(-1)!;
  if (day < newest.validFrom || (newest.validTo !== null && day >= newest.validTo)) return null;
  let stood = versions[0]!;
  for (const version of versions) if (wall.format(new Date(version.changedAt)) <= day) stood = version;
  return stood.kind === 'hub' ? null : stood;
}

function lies(
  place: { provinceCode: string; communeCode: string; operatorCode?: string },
  { provinces, communes, operator }: OperatorsFilter,
) {
  if (provinces && !provinces.includes(place.provinceCode)) return false;
  if (communes && !communes.includes(place.communeCode)) return false;
  return operator === null || place.operatorCode === undefined || place.operatorCode === operator;
}

/** Indicators 5, 6, 7 and 14, served public services by kind, points by province. */
export function recountPoints(told: ToldByOperators, places: Places, filter: OperatorsFilter) {
  const [firstDay, lastDay] = daysOf(filter.period);
  const day = lastDay < filter.today ? lastDay : filter.today;
  let [points, internet, publicService, communes] = [0, 0, 0, 0];
  const staffed = new Set<string>();
  const pointsOfProvince: Record<string, number> = {};
  for (const versions of told.offices) {
    const stood = stoodOn(versions, day);
    if (!stood || !lies(stood, filter)) continue;
    points += 1;
    pointsOfProvince[stood.provinceCode] = (pointsOfProvince[stood.provinceCode] ?? 0) + 1;
    if (stood.internet) internet += 1;
    if (stood.publicService) publicService += 1;
    if (stood.staffed) staffed.add(stood.communeCode);
  }
  for (const province of places.provinces())
    for (const commune of places.communes(province.code))
      if (lies({ provinceCode: province.code, communeCode: commune.code }, filter)) communes += 1;
  const kinds: Record<string, number> = {};
  for (const row of told.served)
    if (row.day >= firstDay && row.day <= lastDay && lies(row, filter)) kinds[row.kind] = (kinds[row.kind] ?? 0) + row.count;
  return {
    5: { numerator: points, denominator: communes },
    6: { numerator: staffed.size, denominator: communes },
    7: { numerator: internet, denominator: points },
    14: { numerator: publicService, denominator: points },
    kinds,
    pointsOfProvince,
  };
}

/** Indicator 10: reports that came in time, of those that were due. */
export function recountReports(told: ToldByOperators, filter: OperatorsFilter) {
  const [firstDay, lastDay] = daysOf(filter.period);
  let [onTime, due] = [0, 0];
  for (const [quarter, ends, dueDay] of QUARTERS) {
    if (ends < firstDay || ends > lastDay) continue;
    const operators = new Set<string>();
    for (const versions of told.offices) {
      const stood = stoodOn(versions, ends);
      if (stood && (filter.operator === null || stood.operatorCode === filter.operator)) operators.add(stood.operatorCode);
    }
    for (const operator of operators) {
      let first = '';
      for (const report of told.reports) {
        const on = wall.format(new Date(report.submittedAt));
        if (report.operatorCode === operator && report.quarter === quarter && (first === '' || on < first)) first = on;
      }
      if (first === '' && filter.today <= dueDay) continue;
      due += 1;
      if (first !== '' && first <= dueDay) onTime += 1;
    }
  }
  return { numerator: onTime, denominator: due };
}

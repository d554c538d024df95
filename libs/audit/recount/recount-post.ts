import type { Carried } from './random-parcels.factory.js';

// The post's figures counted a second time, with loops over what was told and by the wall calendar: shares nothing with the product's way.

export interface PostFilter {
  period: string;
  /** Codes of provinces and communes; null for all. */
  within: string[] | null;
  operator: string | null;
  /** Asked for one commune. */
  commune: boolean;
}
type Place = 'sender' | 'recipient';

const wallDay = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

/** First and last day of a period, by the calendar. */
function daysOf(period: string): [string, string] {
  const year = period.slice(0, 4);
  const quarter = /Q([1-4])/.exec(period)?.[1];
  if (!quarter) return [`${year}-01-01`, `${year}-12-31`];
  const first = { 1: '01-01', 2: '04-01', 3: '07-01', 4: '10-01' }[quarter]!;
  const last = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[quarter]!;
  return [period.endsWith('YTD') ? `${year}-01-01` : `${year}-${first}`, `${year}-${last}`];
}

function liesIn(at: string, period: string): boolean {
  const [first, last] = daysOf(period);
  const day = wallDay(Date.parse(at));
  return first <= day && day <= last;
}

function inside({ accepted }: Carried, { within, operator }: PostFilter, place: Place): boolean {
  const province = place === 'sender' ? accepted.senderProvinceCode! : accepted.recipientProvinceCode!;
  const commune = place === 'sender' ? accepted.senderCommuneCode! : accepted.recipientCommuneCode!;
  if (operator && accepted.operatorCode !== operator) return false;
  return within === null || within.includes(province) || within.includes(commune);
}

export function acceptedOf(all: Carried[], filter: PostFilter): Carried[] {
  return all.filter((one) => inside(one, filter, 'sender') && liesIn(one.accepted.acceptedAt, filter.period));
}

export function closedOf(all: Carried[], filter: PostFilter): Carried[] {
  return all.filter((one) => one.closed && inside(one, filter, 'recipient') && liesIn(one.closed.closedAt, filter.period));
}

/** Indicator 1: postage of e-commerce parcels, and the same a year earlier. */
export function recount1(all: Carried[], filter: PostFilter) {
  const sum = (period: string) => {
    let postage = 0;
    for (const { accepted } of acceptedOf(all, { ...filter, period })) if (accepted.bySystem) postage += accepted.postageVnd ?? 0;
    return postage;
  };
  return { numerator: sum(filter.period), denominator: sum(String(Number(filter.period.slice(0, 4)) - 1) + filter.period.slice(4)) };
}

/** Indicator 8. */
export function recount8(all: Carried[], filter: PostFilter) {
  const ended = closedOf(all, filter);
  return { numerator: ended.filter(({ closed }) => closed!.hasDigitalAddress).length, denominator: ended.length };
}

/** Indicator 13 and what stands beside it; `now`: the moment of the question. */
export function recount13(all: Carried[], filter: PostFilter, now: number) {
  const ended = closedOf(all, filter).map(({ closed }) => closed!);
  const where = (holds: (closed: (typeof ended)[number]) => boolean) => ended.filter(holds).length;
  const failures = new Map<string, number>();
  for (const { firstFailure } of ended) if (firstFailure) failures.set(firstFailure, (failures.get(firstFailure) ?? 0) + 1);
  return {
    numerator: where(({ deliveryPlace }) => deliveryPlace === 'address' || deliveryPlace === 'shared_box'),
    denominator: ended.length,
    validlyDelivered: { numerator: where(({ outcome }) => outcome === 'EMI') },
    firstAttempt: { numerator: where(({ outcome, attempts }) => outcome === 'EMI' && attempts === 1) },
    failures: [...failures]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    open: openOf(all, filter, now),
    byOffice: officesOf(ended, filter),
  };
}

/** Only of one commune. */
function officesOf(ended: NonNullable<Carried['closed']>[], { commune }: PostFilter) {
  const offices = new Map<string, { operatorCode: string; officeCode: string; numerator: number; denominator: number }>();
  for (const { operatorCode, deliveryOfficeCode, deliveryPlace } of commune ? ended : []) {
    const key = `${operatorCode} ${deliveryOfficeCode}`;
    const office = offices.get(key) ?? { operatorCode, officeCode: deliveryOfficeCode!, numerator: 0, denominator: 0 };
    office.denominator += 1;
    if (deliveryPlace === 'address' || deliveryPlace === 'shared_box') office.numerator += 1;
    offices.set(key, office);
  }
  return [...offices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, office]) => office);
}

function openOf(all: Carried[], filter: PostFilter, now: number) {
  const counts = { under_3: 0, under_7: 0, under_14: 0, under_30: 0, from_30: 0 };
  const endOfPeriod = Date.parse(`${daysOf(filter.period)[1]}T23:59:59.999+07:00`) + 1;
  const moment = Math.min(endOfPeriod, now);
  for (const one of all) {
    const since = Date.parse(one.accepted.acceptedAt);
    const until = one.closed ? Date.parse(one.closed.closedAt) : Infinity;
    if (!inside(one, filter, 'recipient') || since >= moment || until < moment) continue;
    const days = (moment - since) / 86_400_000;
    counts[days < 3 ? 'under_3' : days < 7 ? 'under_7' : days < 14 ? 'under_14' : days < 30 ? 'under_30' : 'from_30'] += 1;
  }
  return Object.entries(counts).map(([band, count]) => ({ band, count }));
}

/** Indicator 22: hours of both legs, and the marks of each. */
export function recount22(all: Carried[], { period, within }: PostFilter) {
  const hand: number[] = [];
  const way: number[] = [];
  for (const { delivered } of all) {
    if (!delivered || !liesIn(delivered.deliveredAt, period)) continue;
    if (within && !within.includes(delivered.provinceCode) && !within.includes(delivered.communeCode)) continue;
    const [placed, posted, done] = [delivered.placedAt!, delivered.handedOverAt!, delivered.deliveredAt].map((at) => Date.parse(at));
    hand.push(Math.max(0, Math.ceil((posted! - placed!) / 3_600_000)));
    way.push(Math.max(0, Math.ceil((done! - posted!) / 3_600_000)));
  }
  const rank = (hours: number[], part: number) => hours.toSorted((a, b) => a - b)[Math.ceil((hours.length * part) / 10) - 1]!;
  const marks = hand.length
    ? [
        ['toHandOverMedian', rank(hand, 5)],
        ['toHandOver90', rank(hand, 9)],
        ['toDeliveryMedian', rank(way, 5)],
        ['toDelivery90', rank(way, 9)],
      ].map(([key, numerator]) => ({ key, numerator }))
    : [];
  return { numerator: [...hand, ...way].reduce((sum, hours) => sum + hours * 60, 0), denominator: hand.length, sides: marks };
}

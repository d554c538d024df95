import type { ParcelClosedV1 } from '@choxa/postal-contract';
import { FIELDS, type Order } from './random-facts.factory.js';

// The figures counted a second time, from the facts as they were told, by the wall calendar and with loops: shares nothing with the product's way.

const DAY = 86_400_000;
const clockInVietnam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const localDayOf = (at: string) => clockInVietnam.format(new Date(at));
/** By the wall calendar, not by instants. */
function liesIn(at: string, period: string): boolean {
  const day = localDayOf(at);
  const quarter = ['01', '02', '03'].includes(day.slice(5, 7))
    ? 1
    : ['04', '05', '06'].includes(day.slice(5, 7))
      ? 2
      : day.slice(5, 7) < '10'
        ? 3
        : 4;
  return period === day.slice(0, 4) || period === `${day.slice(0, 4)}-Q${quarter}`;
}
function lastDayForReturns(period: string): string {
  const [year, quarter] = period.split('-Q');
  const lastDay = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' }[quarter ?? '4']!;
  return new Date(Date.parse(`${year}-${lastDay}T12:00:00Z`) + 15 * DAY).toISOString().slice(0, 10);
}
function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : (Math.floor((part * 10_000) / whole) / 100).toFixed(2);
}
const share = (numerator: number, denominator: number) => ({ numerator, denominator, share: percent(numerator, denominator) });

export type Filter = { period: string; provinces: string[] | null };

/** The lines that count as traded. */
export function recountLines(orders: Order[], { period, provinces }: Filter) {
  const counted = [];
  for (const { delivered, returnedAt, returnedLines } of orders) {
    if (!liesIn(delivered.deliveredAt, period)) continue;
    if (provinces && !provinces.includes(delivered.provinceCode)) continue;
    for (const line of delivered.lines) {
      const wentBack = returnedAt !== null && returnedLines.includes(line.lineId) && localDayOf(returnedAt) <= lastDayForReturns(period);
      if (!wentBack) counted.push({ ...line, provinceCode: delivered.provinceCode });
    }
  }
  return counted;
}

/** Indicator 12 by plain loops. */
export function recount12(orders: Order[], filter: Filter) {
  const lines = [];
  const services = { products: new Set<string>(), lines: 0, amountVnd: 0 };
  for (const line of recountLines(orders, filter)) {
    if (line.setCode !== '26') lines.push(line);
    else {
      services.products.add(line.productId);
      services.lines += 1;
      services.amountVnd += line.amountVnd;
    }
  }
  type Line = (typeof lines)[number];
  const productsWhere = (among: Line[], holds: (line: Line) => boolean) => {
    const failing = new Set<string>();
    const all = new Set<string>();
    for (const line of among) {
      all.add(line.productId);
      if (!holds(line)) failing.add(line.productId);
    }
    return share(all.size - failing.size, all.size);
  };
  const complies = (line: Line) => line.label.missing.length === 0;
  const lacksNothingOf = (part: string) => (line: Line) => !line.label.missing.some((field) => field.startsWith(part));
  const missing = [];
  for (const field of FIELDS) {
    const lacking = lines.filter((line) => line.label.missing.includes(field));
    if (lacking.length) missing.push({ field, count: lacking.length, products: new Set(lacking.map((line) => line.productId)).size });
  }
  const byProvince = [];
  for (const code of ['01', '31', '92', '96']) {
    const there = lines.filter((line) => line.provinceCode === code);
    if (there.length) byProvince.push({ code, ...productsWhere(there, complies) });
  }
  let valueVnd = 0;
  let compliantVnd = 0;
  for (const line of lines) {
    valueVnd += line.amountVnd;
    if (complies(line)) compliantVnd += line.amountVnd;
  }
  return {
    ...productsWhere(lines, complies),
    byLine: share(lines.filter(complies).length, lines.length),
    byValue: { numeratorVnd: compliantVnd, denominatorVnd: valueVnd, share: percent(compliantVnd, valueVnd) },
    strictGtin: productsWhere(lines, (line) => complies(line) && line.label.barcode?.kind === 'gtin'),
    checkedByPerson: productsWhere(lines, (line) => complies(line) && line.checkedByPerson),
    parts: {
      brand: productsWhere(lines, lacksNothingOf('brand')),
      barcode: productsWhere(lines, lacksNothingOf('barcode')),
      origin: productsWhere(lines, lacksNothingOf('origin')),
    },
    byProvince,
    missing: missing.sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
    services: { ...services, products: services.products.size },
  };
}

/** Indicator 13 by plain loops. */
export function recount13(parcels: ParcelClosedV1[], { period, provinces }: Filter) {
  const closed = parcels.filter((row) => liesIn(row.closedAt, period) && (!provinces || provinces.includes(row.recipientProvinceCode)));
  const toAddress = (row: ParcelClosedV1) =>
    row.outcome === 'EMI' && (row.deliveryPlace === 'address' || row.deliveryPlace === 'shared_box');
  const shareWhere = (among: ParcelClosedV1[], holds: (row: ParcelClosedV1) => boolean) => share(among.filter(holds).length, among.length);
  const groups = (keyOf: (row: ParcelClosedV1) => string | null) => {
    const found = new Map<string, ParcelClosedV1[]>();
    for (const row of closed) {
      const key = keyOf(row);
      if (key !== null) found.set(key, [...(found.get(key) ?? []), row]);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  return {
    ...shareWhere(closed, toAddress),
    validlyDelivered: shareWhere(closed, (row) => row.outcome === 'EMI'),
    firstAttempt: shareWhere(closed, (row) => row.outcome === 'EMI' && row.attempts === 1),
    byProvince: groups((row) => row.recipientProvinceCode).map(([code, rows]) => ({ code, ...shareWhere(rows, toAddress) })),
    byOperator: groups((row) => row.operatorCode).map(([code, rows]) => ({ code, ...shareWhere(rows, toAddress) })),
    outcomes: groups((row) => row.outcome).map(([outcome, rows]) => ({ outcome, count: rows.length })),
    deliveryPlaces: groups((row) => row.deliveryPlace).map(([place, rows]) => ({ place, count: rows.length })),
  };
}

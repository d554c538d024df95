import { FIELDS, type Order } from './random-facts.factory.js';

// Indicator 12 counted a second time, from the facts as they were told, by the wall calendar and with loops: shares nothing with the product's way.

const DAY = 86_400_000;
const clockInVietnam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const localDayOf = (at: string) => clockInVietnam.format(new Date(at));

/** First and last day of a period, by the wall calendar and not by instants. */
function daysOf(period: string): [string, string] {
  const [year, quarter, toDate] = period.split(/-Q?/);
  if (!quarter) return [`${year}-01-01`, `${year}-12-31`];
  const first = { '1': '01-01', '2': '04-01', '3': '07-01', '4': '10-01' }[quarter]!;
  const last = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' }[quarter]!;
  return [`${year}-${toDate ? '01-01' : first}`, `${year}-${last}`];
}
function lastDayForReturns(period: string): string {
  return new Date(Date.parse(`${daysOf(period)[1]}T12:00:00Z`) + 15 * DAY).toISOString().slice(0, 10);
}
function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : (Math.floor((part * 10_000) / whole) / 100).toFixed(2);
}
const share = (numerator: number, denominator: number) => ({ numerator, denominator, share: percent(numerator, denominator) });

/** What is asked; `places` are codes of provinces and communes the official may see, null for all. */
export interface Filter {
  period: string;
  places: string[] | null;
  province: string | null;
  commune: string | null;
  household: string | null;
  product: string | null;
  set: string | null;
}

export type Line = ReturnType<typeof everyLine>[number];

/** Every line that was told, whether it counts or not. */
function everyLine(orders: Order[], links: ReadonlyMap<string, ReadonlySet<string>>) {
  return orders.flatMap(({ delivered: { lines, ...order }, returnedAt, returnedLines }) => {
    const own = links.get(order.householdId) ?? new Set();
    const traces = [
      `phone ${order.buyerPhoneHash}`,
      `account ${order.buyerAccountHash}`,
      `address ${order.buyerAddressHash}`,
      `device ${order.buyerDeviceHash}`,
    ];
    return lines.map((line) => ({
      ...line,
      ...order,
      buyer: order.buyerPhoneHash,
      ownBuyer: traces.some((trace) => own.has(trace)),
      wentBack: returnedAt !== null && returnedLines.includes(line.lineId) ? localDayOf(returnedAt) : null,
    }));
  });
}

/** The lines an official may see at all, and by what is asked for. */
function isInside(line: Line, { places, province, commune, household, product, set }: Filter): boolean {
  if (places && !places.includes(line.provinceCode) && !places.includes(line.communeCode)) return false;
  if (province && line.provinceCode !== province) return false;
  if (commune && line.communeCode !== commune) return false;
  if (household && line.householdId !== household) return false;
  if (product && line.productId !== product) return false;
  return !set || line.setCode === set;
}

function isTraded(line: Line, period: string): boolean {
  const [first, last] = daysOf(period);
  const day = localDayOf(line.deliveredAt);
  if (day < first || day > last) return false;
  return line.wentBack === null || line.wentBack > lastDayForReturns(period);
}

/** Facts to be counted. */
export class Recount {
  readonly all: Line[];

  constructor(orders: Order[], links: ReadonlyMap<string, ReadonlySet<string>>) {
    this.all = everyLine(orders, links);
  }

  /** Whether a household or product has ever sold where the official may look. */
  knows({ places, household, product }: Filter): boolean {
    const seen = this.all.filter((line) => !places || places.includes(line.provinceCode) || places.includes(line.communeCode));
    return (
      (!household || seen.some((line) => line.householdId === household)) && (!product || seen.some((line) => line.productId === product))
    );
  }

  /** The goods that count as traded. */
  goods(filter: Filter): Line[] {
    return this.all.filter((line) => line.setCode !== '26' && isInside(line, filter) && isTraded(line, filter.period));
  }

  services(filter: Filter) {
    const lines = this.all.filter((line) => line.setCode === '26' && isInside(line, filter) && isTraded(line, filter.period));
    let amountVnd = 0;
    for (const line of lines) amountVnd += line.amountVnd;
    return { products: new Set(lines.map((line) => line.productId)).size, lines: lines.length, amountVnd };
  }

  /** Whether fewer than five bought a product in the period, wherever. */
  boughtByFew(productId: string, period: string): boolean {
    return buyersOf(this.all.filter((line) => line.productId === productId && line.setCode !== '26' && isTraded(line, period))) < 5;
  }
}

const complies = (line: Line) => line.label.missing.length === 0;
const buyersOf = (lines: Line[]) => new Set(lines.map((line) => line.buyer)).size;
const isFew = (lines: Line[]) => lines.length > 0 && buyersOf(lines) < 5;

function productsWhere(lines: Line[], holds: (line: Line) => boolean) {
  const failing = new Set<string>();
  const all = new Set<string>();
  for (const line of lines) {
    all.add(line.productId);
    if (!holds(line)) failing.add(line.productId);
  }
  return share(all.size - failing.size, all.size);
}

/** The shares beside the headline. */
function besides(lines: Line[], few: boolean) {
  let valueVnd = 0;
  let compliantVnd = 0;
  for (const line of lines) {
    valueVnd += line.amountVnd;
    if (complies(line)) compliantVnd += line.amountVnd;
  }
  const lacksNothingOf = (part: string) => (line: Line) => !line.label.missing.some((field) => field.startsWith(part));
  const ofKind = (kind: string) => lines.filter((line) => line.label.barcode?.kind === kind).length;
  const levels = (part: 'brand' | 'barcode' | 'origin') => {
    const at = (level: string) => lines.filter((line) => line.label.parts[part] === level).length;
    return { none: at('none'), declared: at('declared'), formatValid: at('format_valid'), checked: at('checked') };
  };
  return {
    byLine: share(lines.filter(complies).length, lines.length),
    byValue: few ? null : { numeratorVnd: compliantVnd, denominatorVnd: valueVnd, share: percent(compliantVnd, valueVnd) },
    strictGtin: productsWhere(lines, (line) => complies(line) && line.label.barcode?.kind === 'gtin'),
    checkedByPerson: productsWhere(lines, (line) => complies(line) && line.checkedByPerson),
    parts: {
      brand: productsWhere(lines, lacksNothingOf('brand')),
      barcode: productsWhere(lines, lacksNothingOf('barcode')),
      origin: productsWhere(lines, lacksNothingOf('origin')),
    },
    levels: { brand: levels('brand'), barcode: levels('barcode'), origin: levels('origin') },
    barcodes: { gtin: ofKind('gtin'), internal: ofKind('internal') },
  };
}

const netOf = (lines: Line[]) => lines.filter((line) => !line.ownBuyer);
function counted(lines: Line[]) {
  const net = productsWhere(netOf(lines), complies);
  return { ...productsWhere(lines, complies), net: { numerator: net.numerator, denominator: net.denominator, value: net.share } };
}

/** The whole answer for indicator 12. */
export function recount12(lines: Line[]) {
  const few = isFew(lines);
  const net = netOf(lines);
  const missing = [];
  for (const field of FIELDS) {
    const lacking = lines.filter((line) => line.label.missing.includes(field));
    const products = new Set(lacking.map((line) => line.productId)).size;
    if (lacking.length) missing.push({ field, count: lacking.length, netCount: netOf(lacking).length, products });
  }
  return {
    ...counted(lines),
    ...besides(lines, few),
    withoutSelfDealing: { products: productsWhere(net, complies), ...besides(net, few) },
    fewBuyers: few,
    missing: missing.sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
  };
}

/** The rows of a breakdown, by code. */
export function recountCells(lines: Line[], codeOf: (line: Line) => string) {
  const cells = [];
  for (const code of [...new Set(lines.map(codeOf))].sort()) {
    const there = lines.filter((line) => codeOf(line) === code);
    cells.push({ code, ...counted(there), fewBuyers: isFew(there) });
  }
  return cells;
}

/** What mending each missing field on all lines would bring, by field: labels are mended and everything is counted again. */
export function recountGains(lines: Line[]) {
  const gains = new Map<string, { gain: ReturnType<typeof mended>; netGain: ReturnType<typeof mended> }>();
  for (const field of FIELDS)
    if (lines.some((line) => line.label.missing.includes(field)))
      gains.set(field, { gain: mended(lines, field), netGain: mended(netOf(lines), field) });
  return gains;
}

function mended(lines: Line[], field: string) {
  const after = productsWhere(lines, (line) => line.label.missing.every((one) => one === field));
  return { products: after.numerator - productsWhere(lines, complies).numerator, after };
}

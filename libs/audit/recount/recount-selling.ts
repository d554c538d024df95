import type { SellingFacts } from './selling.factory.js';

// Indicators 11 and 27 and self-dealing counted a second time from what was told, with loops: shares nothing with the product's way.

export interface SellingFilter {
  period: string;
  /** Of the question. */
  now: Date;
  provinces: string[] | null;
  communes: string[] | null;
}

const FIRST: Record<string, string> = { '1': '01-01', '2': '04-01', '3': '07-01', '4': '10-01' };
const LAST: Record<string, string> = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' };
/** The 15th day after each last day. */
const CUT_OFF: Record<string, string> = { '03-31': '04-15', '06-30': '07-15', '09-30': '10-15', '12-31': '01-15' };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days and instants of a period, written out. */
export function boundsOf(period: string) {
  const [, year, quarter, toDate] = /^(\d{4})(?:-Q(\d))?(-YTD)?$/.exec(period)!;
  const firstDay = `${year}-${toDate || !quarter ? '01-01' : FIRST[quarter]}`;
  const last = LAST[quarter ?? '4']!;
  const cutOff = CUT_OFF[last]!;
  return {
    firstDay,
    lastDay: `${year}-${last}`,
    from: Date.parse(`${firstDay}T00:00:00.000+07:00`),
    until: Date.parse(`${year}-${last}T23:59:59.999+07:00`) + 1,
    cutOff: Date.parse(`${last === '12-31' ? Number(year) + 1 : year}-${cutOff}T23:59:59.999+07:00`) + 1,
  };
}

/** Ways in which each traded line was sold to the household itself, by line. */
export function recountSelfDealing(facts: SellingFacts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const order of facts.deliveries) {
    const known = new Set<string>();
    for (const { householdId, links } of facts.links)
      if (householdId === order.householdId) for (const { kind, hash } of links) known.add(`${kind} ${hash}`);
    const kinds: string[] = [];
    if (known.has(`account ${order.buyerAccountHash}`)) kinds.push('account');
    if (known.has(`address ${order.buyerAddressHash}`)) kinds.push('address');
    if (known.has(`device ${order.buyerDeviceHash}`)) kinds.push('device');
    if (known.has(`phone ${order.buyerPhoneHash}`)) kinds.push('phone');
    for (const { lineId } of order.lines) found.set(lineId, kinds);
  }
  return found;
}

function entriesOf(facts: SellingFacts, { provinces, communes }: SellingFilter, lastDay: string): (string | null)[] {
  const entries: (string | null)[] = [];
  for (const communeCode of new Set(facts.registers.map((register) => register.communeCode))) {
    let newest: SellingFacts['registers'][number] | null = null;
    for (const register of facts.registers) {
      if (register.communeCode !== communeCode || register.asOf > lastDay) continue;
      if (provinces && !provinces.includes(register.provinceCode)) continue;
      if (communes && !communes.includes(register.communeCode)) continue;
      if (!newest || register.asOf > newest.asOf || (register.asOf === newest.asOf && register.version > newest.version)) newest = register;
    }
    for (const { entryId, householdId } of newest?.households ?? [])
      entries.push(householdId ?? facts.matches.find((match) => match.entryId === entryId)?.householdId ?? null);
  }
  return entries;
}

function wasShown(facts: SellingFacts, householdId: string, from: number, until: number): boolean {
  const products = new Set(facts.published.filter((one) => one.householdId === householdId).map(({ productId }) => productId));
  for (const productId of products) {
    const changes = [
      ...facts.published.filter((one) => one.productId === productId).map(({ at }) => ({ at: Date.parse(at), onSale: true })),
      ...facts.withdrawn.filter((one) => one.productId === productId).map(({ at }) => ({ at: Date.parse(at), onSale: false })),
    ].sort((a, b) => a.at - b.at);
    let shown = 0;
    for (const [index, { at, onSale }] of changes.entries()) {
      const end = Math.min(changes[index + 1]?.at ?? Infinity, until);
      if (onSale) shown += Math.max(0, end - Math.max(at, from));
    }
    if (shown >= DAY_MS) return true;
  }
  return false;
}

function isRecognised(facts: SellingFacts, householdId: string, firstDay: string, lastDay: string): boolean {
  const settled = new Map<string, SellingFacts['recognitions'][number]>();
  for (const one of facts.recognitions) {
    const known = settled.get(one.recognitionId);
    if (one.householdId === householdId && (!known || known.at < one.at)) settled.set(one.recognitionId, one);
  }
  for (const { validFrom, validTo, revokedOn } of settled.values())
    if (validFrom <= lastDay && validTo >= firstDay && (revokedOn === null || revokedOn > firstDay)) return true;
  return false;
}

/** Indicator 11 with its side counts. */
export function recount11(facts: SellingFacts, filter: SellingFilter) {
  const { firstDay, lastDay, from, until, cutOff } = boundsOf(filter.period);
  const end = Math.min(until, filter.now.getTime());
  const selfDealing = recountSelfDealing(facts);
  const count = { numerator: 0, denominator: 0, net: 0, matched: 0, recognised: 0, displayedOnly: 0, soldOnly: 0 };
  for (const householdId of entriesOf(facts, filter, lastDay)) {
    count.denominator += 1;
    if (!householdId) continue;
    count.matched += 1;
    let [sold, soldToOthers] = [false, false];
    for (const order of facts.deliveries) {
      const at = Date.parse(order.deliveredAt);
      if (order.householdId !== householdId || at < from || at >= end) continue;
      const back = facts.returns.find(({ sellerOrderId }) => sellerOrderId === order.sellerOrderId);
      if (back && Date.parse(back.returnedAt) < cutOff) continue;
      sold = true;
      if (!selfDealing.get(order.lines[0]!.lineId)!.length) soldToOthers = true;
    }
    const shown = wasShown(facts, householdId, from, end);
    const recognised = isRecognised(facts, householdId, firstDay, lastDay);
    if (recognised) count.recognised += 1;
    if (shown && !sold) count.displayedOnly += 1;
    if (sold && !shown) count.soldOnly += 1;
    if (recognised && shown && sold) count.numerator += 1;
    if (recognised && shown && soldToOthers) count.net += 1;
  }
  return count;
}

/** Indicator 27, households trained at all, and sessions. */
export function recount27(facts: SellingFacts, filter: SellingFilter) {
  const { firstDay, lastDay } = boundsOf(filter.period);
  const trained = new Set<string>();
  const here = { households: new Set<string>(), sessions: new Set<string>() };
  for (const { attendanceId, sessionId, householdId, heldOn, communeCode, provinceCode } of facts.attended) {
    if (heldOn < firstDay || heldOn > lastDay || facts.notAttended.some((one) => one.attendanceId === attendanceId)) continue;
    trained.add(householdId);
    if ((filter.provinces && !filter.provinces.includes(provinceCode)) || (filter.communes && !filter.communes.includes(communeCode)))
      continue;
    here.households.add(householdId);
    here.sessions.add(sessionId);
  }
  const entries = entriesOf(facts, filter, lastDay);
  return {
    numerator: entries.filter((householdId) => householdId && trained.has(householdId)).length,
    denominator: entries.length,
    households: here.households.size,
    sessions: here.sessions.size,
  };
}

import { DAY, MONTH_BEGAN, DAYS, type CashCount, type MonthPlan, type PlannedParcel } from './month-plan.js';
import type { StoredEntry, StoredMonth, StoredParcel, StoredScan } from './stored-month.js';

// A second way to all of it: plain loops over stored rows, nothing of the post's own rules.

/** The sequence of scans of one minute, the further along the way the later. */
const SEQUENCE = ['EMA', 'EDD', 'EDE', 'EMG', 'EDF', 'EDG', 'EMH', 'EDH', 'EMI', 'RTS', 'RTD'];
const STATE_AFTER: Record<string, string> = {
  EDD: 'in_transit',
  EDE: 'in_transit',
  EMG: 'at_delivery_office',
  EDF: 'held',
  EDH: 'held',
  EDG: 'out_for_delivery',
  EMH: 'attempt_failed',
  EMI: 'delivered',
  RTS: 'returning',
  RTD: 'returned',
};
const OVER = ['delivered', 'returned'];
/** Nothing carried takes so long from one scan to the next, minutes. */
const LOST_AFTER = 10 * DAY;

interface Recount {
  state: string;
  attempts: number;
  at: Date | null;
  officeId: string | null;
}

/** What is wrong with the month as it is stored, in sentences. */
export function judgeMonth({ parcels, scans, entries }: StoredMonth, { parcels: planned, counts }: MonthPlan): string[] {
  const scansOf = Map.groupBy(scans, ({ parcel }) => parcel);
  const entriesOf = Map.groupBy(entries, ({ parcel }) => parcel);
  const plans = new Map(planned.map((plan) => [plan.reference, plan]));
  const faults = parcels.flatMap((parcel) => {
    const said = recount(scansOf.get(parcel.number) ?? []);
    const wrong = [
      ...inconsistencies(parcel, said),
      ...openWithoutReason(parcel, said, plans.get(parcel.reference)!),
      ...wrongMoney(parcel, entriesOf.get(parcel.number) ?? []),
    ];
    return wrong.map((what) => `${parcel.number} (${parcel.reference}): ${what}`);
  });
  if (parcels.length !== planned.length) faults.push(`${planned.length} parcels were announced, ${parcels.length} are stored`);
  if (new Set(scans.map(({ id }) => id)).size !== scans.length) faults.push('a scan is stored twice');
  return [...faults, ...unbalanced(entries), ...wrongCash(entries, counts)];
}

function recount(scans: readonly StoredScan[]): Recount {
  const said: Recount = { state: 'announced', attempts: 0, at: null, officeId: null };
  const sorted = scans.toSorted(
    (a, b) =>
      a.eventTime.getTime() - b.eventTime.getTime() || SEQUENCE.indexOf(a.code) - SEQUENCE.indexOf(b.code) || (a.id < b.id ? -1 : 1),
  );
  for (const { code, eventTime, officeId } of sorted) {
    if (OVER.includes(said.state)) continue;
    const onTheWayBack = said.state === 'returning';
    if (onTheWayBack && code === 'EMI') continue;
    if (!onTheWayBack && (code === 'EMH' || code === 'EMI')) said.attempts += 1;
    if (code === 'EMA') said.state = said.state === 'announced' ? 'accepted' : said.state;
    else if (!onTheWayBack || code === 'RTD') said.state = STATE_AFTER[code]!;
    said.at = eventTime;
    said.officeId = officeId;
  }
  return said;
}

function inconsistencies(parcel: StoredParcel, said: Recount): string[] {
  const faults: string[] = [];
  if (parcel.state !== said.state) faults.push(`is kept as ${parcel.state}, its scans say ${said.state}`);
  if (parcel.attempts !== said.attempts) faults.push(`has ${parcel.attempts} attempts, its scans say ${said.attempts}`);
  if (said.at && parcel.stateAt.getTime() !== said.at.getTime()) faults.push('its last time is not that of its last scan');
  if (parcel.currentOfficeId !== said.officeId) faults.push('is not where it was scanned last');
  if ((parcel.closedAt !== null) !== OVER.includes(said.state)) faults.push('is closed and open at once');
  if ((parcel.deliveryPlace !== null) !== (said.state === 'delivered')) faults.push('has a place of delivery without one, or none');
  return faults;
}

/** Every accepted parcel is closed, or on its way with a reason: the plan stole it. */
function openWithoutReason(parcel: StoredParcel, { state, at }: Recount, { fate }: PlannedParcel): string[] {
  if (fate === 'never handed over') return parcel.acceptedAt ? ['was accepted though nobody handed it over'] : [];
  if (fate === 'stolen') return OVER.includes(state) ? [`is ${state} though it was stolen`] : [];
  if (OVER.includes(state)) return [];
  const end = MONTH_BEGAN.getTime() + DAYS * DAY * 60_000;
  const silentFor = at ? (end - at.getTime()) / 60_000 : Infinity;
  return silentFor < LOST_AFTER ? [] : [`is ${state} for no reason`];
}

function wrongMoney({ state, codVnd, acceptedAt }: StoredParcel, entries: readonly StoredEntry[]): string[] {
  const balance = (account: string) => sum(entries.filter((entry) => entry.account === account));
  if (!acceptedAt || !codVnd) return entries.length ? ['has bookings without cash to collect'] : [];
  const owed = OVER.includes(state) ? 0 : codVnd;
  const faults: string[] = [];
  if (balance('recipient') !== owed) faults.push(`its recipient owes ${balance('recipient')} instead of ${owed}`);
  if (balance('sender') !== -owed) faults.push(`its sender is owed ${-balance('sender')} instead of ${owed}`);
  if (sum(entries) !== 0) faults.push('its bookings do not sum to zero');
  return faults;
}

/** Collected = in the offices' drawers + missing, to the đồng; nobody still has any. */
function wrongCash(entries: readonly StoredEntry[], counts: readonly CashCount[]): string[] {
  const of = (account: string) => entries.filter((entry) => entry.account === account);
  const collected = sum(of('cash').filter(({ amountVnd, parcel }) => parcel && amountVnd > 0));
  const differences = counts.map(({ differenceVnd }) => differenceVnd);
  const [missing, tooMuch] = [-1, 1].map((sign) => differences.filter((difference) => difference * sign > 0).reduce((a, b) => a + b, 0));
  const faults: string[] = [];
  if (sum(of('cash')) !== 0) faults.push(`couriers still hold ${sum(of('cash'))}`);
  if (sum(of('shortage')) !== -missing! || sum(of('overage')) !== -tooMuch!)
    faults.push('what was missing or too much is not in the books');
  if (collected !== sum(of('office_cash')) + sum(of('shortage')) + sum(of('overage')))
    faults.push('collected is not what is held and missing');
  return faults;
}

function unbalanced(entries: readonly StoredEntry[]): string[] {
  const journals = Map.groupBy(entries, ({ journalId }) => journalId);
  const faults = [...journals].filter(([, sides]) => sum(sides) !== 0).map(([id]) => `journal ${id} does not sum to zero`);
  return sum(entries) === 0 ? faults : [...faults, 'the ledger does not sum to zero'];
}

function sum(entries: readonly StoredEntry[]): number {
  return entries.reduce((total, { amountVnd }) => total + Number(amountVnd), 0);
}

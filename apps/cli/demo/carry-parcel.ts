import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor, Database, sql, type Grant, type SettableClock } from '@choxa/platform';
import { AcceptParcel, DeliverParcel, RecordScans, type DemoOffice } from '@choxa/postal';
import { Accounts } from '@choxa/identity';
import { makeActor } from './demo-actors.js';
import { handOverCash } from './hand-over-cash.js';

export const DAY_MS = 86_400_000;

/** How far a parcel of the demo gets. */
export type Fate =
  | 'placed'
  | 'confirmed'
  | 'accepted'
  | 'dispatched'
  | 'at-office'
  | 'out'
  | 'attempted'
  | 'held'
  | 'delivered'
  | 'unchecked'
  | 'returning'
  | 'returned';

/** An order of the history, with what opens it to whoever placed it. */
export interface PlacedOrder {
  orderNumber: string;
  accessKey: string;
}

/** An order, when it was placed and what becomes of it. */
export interface History extends PlacedOrder {
  fate: Fate;
  placedAt: Date;
}

/** A seller order with its parcel; `weight` in grams, `codes` of its packs, `sender` and `recipient` codes of provinces. */
export interface Part {
  id: string;
  number: string;
  household: string;
  codVnd: number;
  weight: number;
  codes: string[];
  sender: string;
  recipient: string;
}

/** The parcel is taken at the counter, and the packs in it are scanned. */
export async function accept(app: INestApplicationContext, post: Actor, history: History, part: Part, clock: SettableClock): Promise<void> {
  if (history.fate === 'placed' || history.fate === 'confirmed') return;
  clock.set(after(history, 0.8));
  const checked = history.fate === 'unchecked' ? {} : { checkedCodes: part.codes };
  await app.get(AcceptParcel).run(post, part.number, { weightGrams: part.weight, ...checked }, randomUUID());
}

/** Scans after acceptance: code, days after placing, whether the delivery office makes it. */
const WAY = [
  ['EDD', 1.0, false],
  ['EDE', 1.2, false],
  ['EMG', 2.0, true],
  ['EDG', 2.3, true],
] as const;
const REACHED: Partial<Record<Fate, number>> = { accepted: 0, dispatched: 2, 'at-office': 3, out: 4, placed: 0, confirmed: 0 };

/** The way of a parcel as far as its fate lets it come. */
export async function carry(app: INestApplicationContext, post: Actor, history: History, part: Part, clock: SettableClock): Promise<void> {
  const { fate } = history;
  for (const [code, days, atDelivery] of WAY.slice(0, REACHED[fate] ?? WAY.length))
    await scan(app, post, history, part, clock, code, days, atDelivery);
  if (['attempted', 'held', 'returning', 'returned'].includes(fate))
    await scan(app, post, history, part, clock, 'EMH', 2.5, true, { reason: 'absent', nextAction: 'hold_for_collection' });
  if (['held', 'returning', 'returned'].includes(fate)) await scan(app, post, history, part, clock, 'EDF', 2.6, true);
  if (['returning', 'returned'].includes(fate)) await scan(app, post, history, part, clock, 'RTS', 2.8, true);
  if (fate === 'returned') await scan(app, post, history, part, clock, 'RTD', 4.5, false);
  if (fate === 'delivered' || fate === 'unchecked') {
    clock.set(after(history, 2.6));
    const [message] = await sql<{ body: string }>(
      app.get(Database).read,
      `select body from platform.message where template = 'postal.parcel-registered' and body like '%' || $1 || '%'`,
      [part.number],
    );
    const recipientCode = /\b\d{6}\b/.exec(message!.body.replaceAll(part.number, ''))![0];
    const deliveryPlace = Number(part.codVnd) % 11 === 0 ? 'pickup_point' : 'address';
    await app.get(DeliverParcel).run(post, part.number, { recipientCode, deliveryPlace, codCollectedVnd: part.codVnd }, randomUUID());
    await handOverCash(app, post, part);
  }
}

async function scan(
  app: INestApplicationContext,
  post: Actor,
  history: History,
  part: Part,
  clock: SettableClock,
  code: string,
  days: number,
  atDelivery: boolean,
  more: { reason?: string; nextAction?: string } = {},
): Promise<void> {
  clock.set(after(history, days));
  const operator = operatorOf(part.number);
  const office = `${operator}-${atDelivery ? part.recipient : part.sender}-01`;
  const sent = { id: randomUUID(), parcel: part.number, code, eventTime: clock.now().toISOString(), device: 'demo', office, ...more };
  const { results } = JSON.parse(await app.get(RecordScans).run(post, [sent], randomUUID())) as {
    results: { outcome: string; code: string }[];
  };
  if (results[0]!.outcome !== 'accepted') throw new Error(`demo scan ${code} of ${part.number}: ${results[0]!.code}`);
}

/** Which invented operator a number belongs to: their ranges begin differently. */
function operatorOf(number: string): string {
  if (number.startsWith('EE')) return 'SH';
  return number.startsWith('CE') ? 'TS' : 'CL';
}

/** Somebody who may do everything at every demo office; only the seed acts as this. */
export async function postStaff(app: INestApplicationContext, offices: DemoOffice[]): Promise<Actor> {
  const nobody = await makeActor(app.get(Database), app.get(Accounts), { phone: '+84500009999', name: 'Nhân viên mẫu' }, []);
  const grants: Grant[] = offices.flatMap(({ id }) =>
    (['clerk', 'courier'] as const).map((role) => ({ role, scopeKind: 'office' as const, scopeId: id })),
  );
  return new Actor(nobody.accountId, nobody.name, nobody.phone, grants, nobody.sessionId);
}

/** So many days after the order. */
export function after({ placedAt }: History, days: number): Date {
  return new Date(placedAt.getTime() + days * DAY_MS);
}

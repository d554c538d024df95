import type { Actor, Tx } from '@choxa/platform';
import { sql } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import type { OfficeKind } from '../offices/office.entity.js';
import { postalProblem } from '../postal.problems.js';
import type { BagState } from './bag-moves.rules.js';
import type { BagWay } from './bag-route.rules.js';

/** What the use cases look at in a bag before they move it. */
export interface LockedBag extends BagWay {
  id: string;
  number: string;
  operatorId: string;
  state: BagState;
  fromCode: string;
  toCode: string;
  toName: string;
  toKind: OfficeKind;
}

/** Whose bags: those that leave from an office of the actor, or all of the operators the actor works for (a bag may come to the wrong place). */
const SCOPES = {
  leaving: 'bag.from_office_id = any($2::uuid[])',
  operator: 'bag.operator_id in (select operator_id from postal.office where id = any($2::uuid[]))',
} as const;

/** Locks a bag in scope. @throws Problem `bag.unknown`, also for another office's or operator's */
export async function lockBag(tx: Tx, actor: Actor, id: string, scope: keyof typeof SCOPES): Promise<LockedBag> {
  const [bag] = await sql<LockedBag>(
    tx,
    `select bag.id, number, bag.operator_id as "operatorId", state, from_office_id as "fromOfficeId", to_office_id as "toOfficeId",
       origin.code as "fromCode", target.code as "toCode", target.name as "toName", target.kind as "toKind"
     from postal.bag join postal.office origin on origin.id = from_office_id join postal.office target on target.id = to_office_id
     where bag.id = $1 and ${SCOPES[scope]} for update of bag`,
    [id, staffOffices(actor, 'clerk')],
  );
  if (!bag) throw postalProblem('bag.unknown');
  return bag;
}

/** Numbers of the parcels that are in a bag now. */
export async function insideBag(tx: Tx, id: string): Promise<string[]> {
  const rows = await sql<{ number: string }>(
    tx,
    'select parcel_number as number from postal.bag_parcel where bag_id = $1 and outcome is null order by parcel_number',
    [id],
  );
  return rows.map((row) => row.number);
}

/** When it happened by the device; a device whose clock is ahead is not believed. */
export function timeOf(at: string | undefined, now: Date): Date {
  const told = at ? new Date(at) : now;
  return told > now ? now : told;
}

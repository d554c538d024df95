import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Households, requireOwnHousehold } from '@choxa/households';
import { Clock, Database, Events, idempotent, platformProblem, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { PickupRequested, type PartyV1, type PickupHalf } from '@choxa/postal-contract';
import { addDays, localDay } from '@choxa/standards';
import { referencesOf } from '../parcels/divided-parcels.js';
import { orderProblem } from '../orders.problems.js';

const DAYS_AHEAD = 7;

export interface PickUpRequest {
  household: string;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  half: PickupHalf;
  parcels: readonly { id: string }[];
  note?: string | null;
}

/** A household asks the post to come for its parcels. The post's offices answer each for the parcels they accept. */
@Injectable()
export class RequestPickUp {
  constructor(
    private readonly db: Database,
    private readonly households: Households,
    private readonly events: Events,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** Answers `{ id }` as JSON text, the same for a repeated key. @throws not-found, `pick-up.day`, `pick-up.parcels` */
  async run(actor: Actor, input: PickUpRequest, key: string): Promise<string> {
    const householdId = requireOwnHousehold(actor, input.household);
    const now = this.clock.now();
    const today = localDay(now);
    if (input.day < today || input.day > addDays(today, DAYS_AHEAD)) throw orderProblem('pick-up.day');
    const request = { owner: `account:${actor.accountId}`, route: 'orders.pick-ups', key, body: input };
    return this.db
      .transaction((tx) => idempotent(tx, request, now, async () => ({ id: await this.ask(tx, actor, householdId, input, now) })))
      .catch((error: unknown) => {
        throw violates(error, 'pick_up_parcel_open') ? orderProblem('pick-up.parcels') : error;
      });
  }

  private async ask(tx: Tx, actor: Actor, householdId: string, input: PickUpRequest, now: Date): Promise<string> {
    const { day, half } = input;
    const ids = [...new Set(input.parcels.map((parcel) => parcel.id))];
    const found = await sql(
      tx,
      `select id from orders.seller_order where id = any($1::uuid[]) and household_id = $2 and parcel_number is not null
          and state in ('confirmed', 'packed') order by id for update`,
      [ids, householdId],
    );
    if (found.length !== ids.length) throw orderProblem('pick-up.parcels');
    const id = randomUUID();
    await sql(tx, 'insert into orders.pick_up (id, household_id, day, half, requested_at) values ($1, $2, $3, $4, $5)', [
      id,
      householdId,
      day,
      half,
      now,
    ]);
    await sql(tx, `insert into orders.pick_up_parcel (pick_up_id, seller_order_id, state) select $1, unnest($2::uuid[]), 'requested'`, [
      id,
      ids,
    ]);
    await this.events.publish(tx, PickupRequested, {
      pickupReference: id,
      sender: await this.sender(tx, householdId),
      day,
      half,
      note: input.note || null,
      parcels: (await Promise.all(ids.map((one) => referencesOf(tx, one)))).flat().map((senderReference) => ({ senderReference })),
      requestedAt: now.toISOString(),
    });
    const details = { day, half, parcels: ids.length };
    await this.trail.record(tx, actor, { action: 'pick-up.requested', subjectKind: 'household', subjectId: householdId, details });
    return id;
  }

  private async sender(tx: Tx, householdId: string): Promise<PartyV1> {
    const household = (await this.households.byIds(tx, [householdId])).get(householdId);
    if (!household?.phone || !household.street || !household.communeCode) throw platformProblem('not-found');
    const { name, phone, street, communeCode } = household;
    return { name, phone, street, communeCode };
  }
}

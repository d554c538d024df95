import { randomUUID } from 'node:crypto';
import { sql } from '@choxa/platform';
import type { World } from '@choxa/testing';

// Things of the post that take many people and days to come about: their rows are written as the post would leave them.

/** A round of the parcel's delivery office; its id. */
export async function plannedRun(world: World, parcelNumber: string): Promise<string> {
  const [run] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.run (id, office_id, name, day, state, made_by, made_at)
       select gen_random_uuid(), delivery_office_id, recipient_name, $2::timestamptz::date, 'planned', gen_random_uuid(), $2::timestamptz from postal.parcel where number = $1
       returning id`,
    [parcelNumber, world.clock.now()],
  );
  await sql(world.db.read, 'insert into postal.run_stop (run_id, parcel_number, place, open) values ($1, $2, 1, true)', [
    run!.id,
    parcelNumber,
  ]);
  return run!.id;
}

/** A delivery that a manager is to look at again; its id. */
export async function doubtedDelivery(world: World, parcelNumber: string): Promise<string> {
  const now = world.clock.now();
  // Any scan will do for the one that a verdict declares wrong.
  const scan = `insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, from_the_future)
    select $3, number, 'EDD', $2::timestamptz, $2::timestamptz, 'x', delivery_office_id, gen_random_uuid(), false from postal.parcel where number = $1`;
  const id = randomUUID();
  await sql(world.db.read, 'insert into postal.scan_id (id) values ($1)', [id]);
  await sql(world.db.read, scan, [parcelNumber, now, id]);
  const [review] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.delivery_review (id, parcel_number, operator_id, office_id, courier_id, patterns, measures, delivered_at, state, opened_at,
       dispute_until) select $3, number, operator_id, delivery_office_id, gen_random_uuid(), '{far}', '{}', $2, 'open', $2, $2
       from postal.parcel where number = $1 returning id`,
    [parcelNumber, now, id],
  );
  return review!.id;
}

/** A claim for compensation; its id. */
export async function claimOf(world: World, parcelNumber: string): Promise<string> {
  const [claim] = await sql<{ id: string }>(
    world.db.read,
    `insert into postal.compensation_case (id, parcel_number, operator_id, kind, state, opened_by, words, opened_at, answer_due_on, most_vnd, changed_at)
     select gen_random_uuid(), number, operator_id, 'lost', 'opened', 'staff', recipient_name, $2::timestamptz, $2::timestamptz::date, 1000000, $2::timestamptz
       from postal.parcel where number = $1 returning id`,
    [parcelNumber, world.clock.now()],
  );
  return claim!.id;
}

/** A shortage of the courier's that a cashier of the office wants to see made good. */
export async function repaymentOf(world: World, officeId: string, holderId: string, askedByName: string): Promise<string> {
  const id = randomUUID();
  await sql(
    world.db.read,
    `insert into postal.shortage_repayment (id, office_id, holder_id, amount_vnd, way, state, asked_by, asked_by_name, asked_at)
     values ($1, $2, $3, 5000, 'cash', 'asked', gen_random_uuid(), $4, now())`,
    [id, officeId, holderId, askedByName],
  );
  return id;
}

/** A batch of payments with the parcel in it, as if its cash had been collected long ago. */
export async function payoutOf(
  world: World,
  operatorId: string,
  number: string,
  madeByName: string,
): Promise<{ batch: string; line: string }> {
  const [batch, line] = [randomUUID(), randomUUID()];
  await sql(
    world.db.read,
    `with batch as (
       insert into postal.payout_batch (id, operator_id, reference, cut_off, state, made_by, made_by_name, made_at)
       values ($1, $2, 'DOT2026010101', '2026-01-01', 'draft', gen_random_uuid(), $5, now()) returning id),
     line as (
       insert into postal.payout_line (id, batch_id, place, collected_vnd, paid_vnd, state) select $3, id, 1, 90000, 60000, 'waiting' from batch returning id)
     insert into postal.payout_parcel (line_id, parcel_number, collected_vnd, paid_vnd) select id, $4, 90000, 60000 from line`,
    [batch, operatorId, line, number, madeByName],
  );
  return { batch, line };
}

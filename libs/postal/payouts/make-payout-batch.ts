import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, localDay, startOfDay } from '@choxa/standards';
import { Clock, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { codFacts, paidOf, refusalOf } from '../cod/cod-facts.query.js';
import { DUE } from '../cod/due.sql.js';
import { managedOperator } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels } from '../scans/parcels-to-move.js';
import type { MakePayoutBatchDto } from './payout-batch.dto.js';
import { batchReference, payoutLines, type PayableParcel } from './payout-lines.rules.js';

/** As many parcels as one batch takes, the oldest first; the rest go into the next. */
const MOST_PARCELS = 5_000;

/** A manager puts all cash that was collected until a day into a batch, a line for each sender. Nothing is booked before the bank has paid. */
@Injectable()
export class MakePayoutBatch {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ id }` as JSON text.
   * @throws Problem `operator.missing`, `operator.choose`, `payout.nothing-due`
   */
  async run(actor: Actor, { operator, cutOff }: MakePayoutBatchDto, key: string): Promise<string> {
    const operatorId = managedOperator(actor, operator);
    const request = { owner: actor.accountId, route: 'postal.payout-batch', key, body: { operatorId, cutOff } };
    return this.db.transaction((tx) => idempotent(tx, request, this.clock.now(), () => this.make(tx, actor, operatorId, cutOff)));
  }

  private async make(tx: Tx, actor: Actor, operatorId: string, cutOff: string): Promise<{ id: string }> {
    // Rivals for a day's next number wait here.
    await sql(tx, 'select from postal.operator where id = $1 for no key update', [operatorId]);
    const parcels = await dueParcels(tx, operatorId, startOfDay(addDays(cutOff, 1)));
    if (!parcels.length) throw postalProblem('payout.nothing-due');
    const [id, now] = [randomUUID(), this.clock.now()];
    const reference = await this.nextReference(tx, operatorId, localDay(now));
    await sql(
      tx,
      `insert into postal.payout_batch (id, operator_id, reference, cut_off, state, made_by, made_by_name, made_at)
       values ($1, $2, $3, $4, 'draft', $5, $6, $7)`,
      [id, operatorId, reference, cutOff, actor.accountId, actor.name, now],
    );
    const lines = payoutLines(parcels).map((line, index) => ({ id: randomUUID(), place: index + 1, ...line }));
    await sql(tx, LINES, [id, JSON.stringify(lines)]);
    await sql(tx, PARCELS, [JSON.stringify(lines)]);
    const paidVnd = lines.reduce((sum, line) => sum + line.paidVnd, 0);
    const details = { reference, cutOff, lines: lines.length, parcels: parcels.length, paidVnd };
    await this.trail.record(tx, actor, { action: 'payout.made', subjectKind: 'payout-batch', subjectId: id, details });
    return { id };
  }

  private async nextReference(tx: Tx, operatorId: string, day: string): Promise<string> {
    const [{ made }] = (await sql<{ made: number }>(
      tx,
      `select count(*)::int as made from postal.payout_batch where operator_id = $1 and reference like $2`,
      [operatorId, `DOT${day.replaceAll('-', '')}%`],
    )) as [{ made: number }];
    return batchReference(day, made + 1);
  }
}

/** What is due, locked. Looked at once more under the lock: a rival may have paid it or put it into another batch. */
async function dueParcels(tx: Tx, operatorId: string, until: Date): Promise<PayableParcel[]> {
  const candidates = await sql<{ number: string }>(tx, CANDIDATES, [operatorId, until, MOST_PARCELS]);
  const numbers = candidates.map(({ number }) => number);
  const locked = new Map((await lockParcels(tx, numbers, 'operator', [operatorId])).map((parcel) => [parcel.number, parcel]));
  const facts = await codFacts(tx, numbers);
  return numbers.flatMap((number) => {
    const [parcel, fact] = [locked.get(number)!, facts.get(number)];
    if (!fact || refusalOf(parcel.state, fact)) return [];
    const { senderPhone, postageVnd } = fact;
    const collectedVnd = fact.collectedVnd!;
    return [{ number, senderPhone, collectedVnd, paidVnd: paidOf(collectedVnd, postageVnd) }];
  });
}

const CANDIDATES = `
  select parcel.number from postal.cod_entry collected join postal.parcel on parcel.number = parcel_number
   where ${DUE} and parcel.operator_id = $1 and booked_at < $2 order by booked_at, parcel.number limit $3`;

const LINES = `
  insert into postal.payout_line (id, batch_id, place, collected_vnd, paid_vnd, state)
  select id, $1, place, "collectedVnd", "paidVnd", 'waiting'
    from jsonb_to_recordset($2::jsonb) as given (id uuid, place int, "collectedVnd" bigint, "paidVnd" bigint)`;

const PARCELS = `
  insert into postal.payout_parcel (line_id, parcel_number, collected_vnd, paid_vnd)
  select line.id, parcel.number, "collectedVnd", "paidVnd"
    from jsonb_to_recordset($1::jsonb) as line (id uuid, parcels jsonb),
         jsonb_to_recordset(line.parcels) as parcel (number text, "collectedVnd" bigint, "paidVnd" bigint)`;

import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, Trail, type Actor, type Page, type PageQuery } from '@choxa/platform';
import { linesOf } from '../seller-orders/order-lines.query.js';
import type { CallTaskDto } from './call-tasks.dto.js';
import { answerBySql } from './escalations.query.js';
import type { CallOutcome } from './escalation.rules.js';

interface Row {
  id: string;
  number: string;
  householdId: string;
  householdName: string;
  goodsVnd: number;
  placedAt: Date;
  answerBy: Date | null;
  outcome: CallOutcome | null;
  note: string | null;
  calledAt: Date | null;
}

/** Places a clerk answers for, as codes of communes and provinces. */
export function clerkPlaces(actor: Actor): [communes: string[], provinces: string[]] {
  return [actor.scope('commune', 'clerk'), actor.scope('province', 'clerk')];
}

/** Households of the clerk's places that are to be called, the longest waiting first. An order that was answered is none any more. */
@Injectable()
export class CallTasks {
  constructor(
    private readonly db: Database,
    private readonly households: Households,
    private readonly trail: Trail,
  ) {}

  async list(actor: Actor, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<CallTaskDto>> {
    const [placedAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(this.db.read, OPEN, [...clerkPlaces(actor), placedAt, id, limit + 1]);
    const households = await this.households.byIds(
      this.db.read,
      rows.map((row) => row.householdId),
    );
    const lines = await linesOf(
      this.db.read,
      rows.map((row) => row.id),
    );
    const page = pageOf(
      rows,
      limit,
      (row) => [row.placedAt.toISOString(), row.id],
      ({ householdId, goodsVnd, placedAt: at, answerBy, calledAt, ...task }): CallTaskDto => ({
        ...task,
        phone: households.get(householdId)?.phone ?? null,
        communeName: households.get(householdId)?.communeName ?? null,
        youReceiveVnd: goodsVnd,
        placedAt: at.toISOString(),
        answerBy: answerBy && answerBy.toISOString(),
        calledAt: calledAt && calledAt.toISOString(),
        lines: lines.get(task.id) ?? [],
      }),
    );
    if (page.data.length) await this.recordReading(actor, page.data);
    return page;
  }

  /** Telephone numbers of households were read. */
  private async recordReading(actor: Actor, [first, ...others]: CallTaskDto[]): Promise<void> {
    const details = others.length ? { others: others.map((task) => task.id) } : {};
    const reading = { action: 'call-task.phone-read', subjectKind: 'seller-order', subjectId: first!.id, details };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
  }
}

const OPEN = `
  select part.id, whole.number, part.household_id as "householdId", part.household_name as "householdName", part.goods_vnd as "goodsVnd",
         part.placed_at as "placedAt", ${answerBySql('part.placed_at')} as "answerBy", task.outcome, task.note, task.called_at as "calledAt"
    from orders.call_task task
    join orders.seller_order part on part.id = task.seller_order_id
    join orders."order" whole on whole.id = part.order_id
   where part.state = 'placed' and (part.commune_code = any($1::text[]) or part.province_code = any($2::text[]))
     and ($3::timestamptz is null or (part.placed_at, part.id) > ($3, $4::uuid))
   order by part.placed_at, part.id limit $5`;

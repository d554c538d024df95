import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, Trail, type Actor, type Page } from '@choxa/platform';
import type { Canceller, CancelReason } from '../cancellation/cancellation.rules.js';
import { answerBySql, escalationsOf } from '../escalation/escalations.query.js';
import { pickUpsOf } from '../hand-over/pick-ups.query.js';
import { parcelsOf } from '../parcels/parcels-of.query.js';
import { paymentsOf } from '../payments/payments-of.query.js';
import { linesOf } from './order-lines.query.js';
import type { SellerOrderCountDto, SellerOrderDto, SellerOrdersQuery } from './seller-order.dto.js';
import { householdReceivesVnd, type SellerOrderState } from './seller-order.rules.js';

interface Row {
  id: string;
  number: string;
  state: SellerOrderState;
  placedAt: Date;
  recipientName: string;
  communeName: string;
  provinceName: string;
  note: string | null;
  goodsVnd: number;
  postageVnd: number;
  codVnd: number;
  parcelNumber: string | null;
  parcelStatus: string | null;
  cancelledBy: Canceller | null;
  cancelReason: CancelReason | null;
  cancelNote: string | null;
  answerBy: Date | null;
}

const COLUMNS = `part.id, whole.number, part.state, part.placed_at as "placedAt", whole.recipient_name as "recipientName",
  whole.commune_name as "communeName", whole.province_name as "provinceName", whole.note, part.goods_vnd as "goodsVnd",
  part.postage_vnd as "postageVnd", part.cod_vnd as "codVnd", part.parcel_number as "parcelNumber", part.parcel_state as "parcelStatus",
  part.cancelled_by as "cancelledBy", part.cancel_reason as "cancelReason", part.cancel_note as "cancelNote",
  case when part.state = 'placed' then ${answerBySql('part.placed_at')} end as "answerBy"`;

/** A household's orders, newest first. The actor's households are part of the query. */
@Injectable()
export class SellerOrders {
  constructor(
    private readonly db: Database,
    private readonly trail: Trail,
  ) {}

  async list(actor: Actor, { state, household, limit = DEFAULT_LIMIT, cursor }: SellerOrdersQuery): Promise<Page<SellerOrderDto>> {
    const [placedAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(
      this.db.read,
      `select ${COLUMNS} from orders.seller_order part join orders."order" whole on whole.id = part.order_id
        where part.household_id = any($1::uuid[]) and ($2::text is null or part.state = $2)
          and ($3::uuid is null or part.household_id = $3)
          and ($4::timestamptz is null or (part.placed_at, part.id) < ($4, $5::uuid))
        order by part.placed_at desc, part.id desc limit $6`,
      [actor.scope('household', 'household'), state ?? null, household ?? null, placedAt, id, limit + 1],
    );
    const toDto = await this.mapper(rows);
    return pageOf(rows, limit, (row) => [row.placedAt.toISOString(), row.id], toDto);
  }

  /** How many there are in each state. */
  async counts(actor: Actor, household: string | undefined): Promise<SellerOrderCountDto[]> {
    return sql(
      this.db.read,
      `select state, count(*)::int as count from orders.seller_order
        where household_id = any($1::uuid[]) and ($2::uuid is null or household_id = $2) group by state order by state`,
      [actor.scope('household', 'household'), household ?? null],
    );
  }

  /** @throws not-found when it is not there or another household's. */
  async one(actor: Actor, id: string): Promise<SellerOrderDto> {
    const [row] = await sql<Row>(
      this.db.read,
      `select ${COLUMNS} from orders.seller_order part join orders."order" whole on whole.id = part.order_id
        where part.id = $1 and part.household_id = any($2::uuid[])`,
      [id, actor.scope('household', 'household')],
    );
    if (!row) throw platformProblem('not-found');
    const reading = { action: 'seller-order.buyer-read', subjectKind: 'seller-order', subjectId: id };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
    return (await this.mapper([row]))(row);
  }

  /** Reads what belongs to the rows, and answers how each is shown. */
  private async mapper(rows: readonly Row[]): Promise<(row: Row) => SellerOrderDto> {
    const ids = rows.map((row) => row.id);
    const tx = this.db.read;
    const [lines, steps, pickUps] = [await linesOf(tx, ids), await escalationsOf(tx, ids), await pickUpsOf(tx, ids)];
    const [payments, parcels] = [await paymentsOf(tx, ids), await parcelsOf(tx, ids)];
    return (row) => ({
      ...row,
      parcels: parcels.get(row.id) ?? [],
      placedAt: row.placedAt.toISOString(),
      youReceiveVnd: householdReceivesVnd(row, parcels.get(row.id)),
      answerBy: row.answerBy && row.answerBy.toISOString(),
      escalations: steps.get(row.id) ?? [],
      pickUp: pickUps.get(row.id) ?? null,
      payment: payments.get(row.id)!,
      lines: lines.get(row.id) ?? [],
    });
  }
}

import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { DUE } from '../cod/due.sql.js';
import { managedOperator, managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type {
  PayoutBatchDetailDto,
  PayoutBatchDto,
  PayoutBatchesDto,
  PayoutBatchesQuery,
  PayoutLineDto,
  WaitingCashDto,
} from './payout-batch.dto.js';
import { lineReference } from './payout-lines.rules.js';

type BatchRow = Omit<PayoutBatchDto, 'madeAt' | 'closedAt'> & { madeAt: Date; closedAt: Date | null };
type LineRow = Omit<PayoutLineDto, 'reference' | 'postageVnd' | 'settledAt'> & { place: number; settledAt: Date | null };

/** The batches of an operator, for its managers. */
@Injectable()
export class PayoutBatches {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { operator, limit = DEFAULT_LIMIT, cursor }: PayoutBatchesQuery): Promise<PayoutBatchesDto> {
    const operatorId = managedOperator(actor, operator);
    const [madeAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const [rows, [waiting]] = await Promise.all([
      this.db.rows<BatchRow>('postal.payout-batches', PAGE, [actor.accountId, [operatorId], madeAt, id, limit + 1]),
      this.db.rows<WaitingCashDto>('postal.payout-waiting', WAITING, [operatorId]),
    ]);
    return { waiting: waiting!, ...pageOf(rows, limit, (row) => [row.madeAt.toISOString(), row.id], toBatchDto) };
  }

  /** With its lines; that the senders were read is recorded. @throws Problem `payout.unknown` */
  async one(actor: Actor, id: string): Promise<PayoutBatchDetailDto> {
    return this.db.transaction((tx) => this.read(tx, actor, id, 'payout.read'));
  }

  /** For the bank's file. @throws Problem `payout.unknown`, `payout.not-confirmed` */
  async forBank(actor: Actor, id: string): Promise<PayoutBatchDetailDto> {
    return this.db.transaction(async (tx) => {
      const batch = await this.read(tx, actor, id, 'payout.exported');
      if (batch.state !== 'confirmed') throw postalProblem('payout.not-confirmed');
      return batch;
    });
  }

  private async read(tx: Tx, actor: Actor, id: string, action: 'payout.read' | 'payout.exported'): Promise<PayoutBatchDetailDto> {
    const [batch] = await sql<BatchRow>(tx, `${BATCHES} and batch.id = $3 ${GROUPED}`, [actor.accountId, managedOperators(actor), id]);
    if (!batch) throw postalProblem('payout.unknown');
    await this.trail.record(tx, actor, { action, subjectKind: 'payout-batch', subjectId: id });
    const lines = await sql<LineRow>(tx, LINES, [id]);
    return { ...toBatchDto(batch), entries: lines.map((line) => toLineDto(batch.reference, line)) };
  }
}

function toBatchDto({ madeAt, closedAt, ...batch }: BatchRow): PayoutBatchDto {
  return { ...batch, madeAt: madeAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
}

function toLineDto(batch: string, { place, settledAt, ...line }: LineRow): PayoutLineDto {
  return {
    ...line,
    reference: lineReference(batch, place),
    postageVnd: line.collectedVnd - line.paidVnd,
    settledAt: settledAt?.toISOString() ?? null,
  };
}

// A cursor has milliseconds, so instants are compared in them.
const MADE_AT = `date_trunc('milliseconds', batch.made_at)`;
const BATCHES = `
  select batch.id, batch.reference, batch.cut_off::text as "cutOff", batch.state, batch.made_by_name as "madeByName", ${MADE_AT} as "madeAt",
         batch.made_by = $1 as own, batch.closed_by_name as "closedByName", batch.closed_at as "closedAt", count(line.id)::int as lines,
         count(line.id) filter (where line.state = 'paid')::int as "linesPaid", count(line.id) filter (where line.state = 'failed')::int as "linesFailed",
         sum(line.collected_vnd)::bigint as "collectedVnd", sum(line.paid_vnd)::bigint as "paidVnd",
         (select count(*)::int from postal.payout_parcel parcel join postal.payout_line own on own.id = parcel.line_id where own.batch_id = batch.id) as parcels
    from postal.payout_batch batch join postal.payout_line line on line.batch_id = batch.id
   where batch.operator_id = any($2::uuid[])`;
const GROUPED = 'group by batch.id';
const PAGE = `${BATCHES} and ($3::timestamptz is null or (${MADE_AT}, batch.id) < ($3, $4::uuid)) ${GROUPED}
   order by ${MADE_AT} desc, batch.id desc limit $5`;

const WAITING = `
  select count(*)::int as parcels, count(distinct sender_phone)::int as senders, coalesce(sum(amount_vnd), 0)::bigint as "collectedVnd"
    from postal.cod_entry collected join postal.parcel on parcel.number = parcel_number where ${DUE} and parcel.operator_id = $1`;

const LINES = `
  select line.id, line.place, min(sender_name) as "senderName", min(sender_phone) as "senderPhone",
         array_agg(parcel.number order by parcel.number) as parcels, line.collected_vnd as "collectedVnd", line.paid_vnd as "paidVnd", line.state,
         line.reason, line.settled_at as "settledAt"
    from postal.payout_line line join postal.payout_parcel one on one.line_id = line.id join postal.parcel on parcel.number = one.parcel_number
   where line.batch_id = $1 group by line.id order by line.place`;

import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { BATCH_STATES, type BatchState } from './payout-batch.entity.js';
import { LINE_STATES, type LineState } from './payout-line.entity.js';
import type { RowOutcome } from './statement-rows.rules.js';

export class PayoutBatchesQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Where one manages several operators' }) operator?: string;
}

export class MakePayoutBatchDto {
  @Uuid({ optional: true, description: 'Where one manages several operators' }) operator?: string;
  @Day({ description: 'Last day of collection that is in it' }) cutOff: string;
}

export class PayoutBatchDto {
  @Uuid() id: string;
  @Text({ description: 'Begins the reference of each line' }) reference: string;
  @Day() cutOff: string;
  @OneOf(BATCH_STATES) state: BatchState;
  @Text() madeByName: string;
  @Instant() madeAt: string;
  @Flag({ description: 'You made it, so another one confirms it' }) own: boolean;
  @Text({ optional: true, description: 'Who confirmed it or took it back' }) closedByName: string | null;
  @Instant({ optional: true }) closedAt: string | null;
  @Int() parcels: number;
  @Int({ description: 'Senders, at most 500 parcels each' }) lines: number;
  @Int() linesPaid: number;
  @Int() linesFailed: number;
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Less the postage' }) paidVnd: number;
}

/** Cash that no batch has taken up yet. */
export class WaitingCashDto {
  @Int() parcels: number;
  @Int() senders: number;
  @Vnd() collectedVnd: number;
}

export class PayoutBatchesDto {
  @Nested(() => WaitingCashDto) waiting: WaitingCashDto;
  @ListOf(() => PayoutBatchDto) data: PayoutBatchDto[];
  @Text({ optional: true }) next: string | null;
}

export class PayoutLineDto {
  @Uuid() id: string;
  @Text({ description: 'What stands with the money' }) reference: string;
  @Text() senderName: string;
  @Text() senderPhone: string;
  @Texts({ max: 500 }) parcels: string[];
  @Vnd() collectedVnd: number;
  @Vnd({ description: 'Withheld' }) postageVnd: number;
  @Vnd() paidVnd: number;
  @OneOf(LINE_STATES) state: LineState;
  @Text({ optional: true, max: 300, description: 'Why the money did not arrive' }) reason: string | null;
  @Instant({ optional: true }) settledAt: string | null;
}

export class PayoutBatchDetailDto extends PayoutBatchDto {
  @ListOf(() => PayoutLineDto, { max: 20_000 }) entries: PayoutLineDto[];
}

export class SettlePayoutLineDto {
  @OneOf(['paid', 'failed'] as const, { description: 'failed: its parcels are due again' }) outcome: 'paid' | 'failed';
  @Text({ optional: true, min: 3, max: 300, description: 'Needed where the money did not arrive' }) reason?: string;
}

/** A row of the bank's that settled nothing. */
export class OddRowDto {
  @Int({ min: 1, description: 'In the file, from 1' }) row: number;
  @Text() reference: string;
  @OneOf(['amount_differs', 'settled'] as const, { description: 'settled: the line has another outcome already' })
  outcome: Extract<RowOutcome, 'amount_differs'> | 'settled';
}

export class StatementTakenDto {
  @Int({ description: 'Lines that are paid now' }) paid: number;
  @Int({ description: 'Lines whose parcels are due again' }) failed: number;
  @Int({ description: 'Rows about lines of the batch that were known already' }) known: number;
  @ListOf(() => OddRowDto, { max: 20_000 }) odd: OddRowDto[];
}

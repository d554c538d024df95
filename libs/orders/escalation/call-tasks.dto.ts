import { Instant, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { OrderLineDto } from '../seller-orders/seller-order.dto.js';
import { CALL_OUTCOMES, type CallOutcome } from './escalation.rules.js';

export class CallTaskDto {
  @Uuid({ description: 'Id of the seller order' }) id: string;
  @Text() number: string;
  @Text() householdName: string;
  @Text({ optional: true, description: 'As it can be dialled' }) phone: string | null;
  @Text({ optional: true }) communeName: string | null;
  @Vnd({ description: 'What the household is paid for the goods' }) youReceiveVnd: number;
  @Instant() placedAt: string;
  @Instant({ optional: true, description: 'When it is cancelled by itself' }) answerBy: string | null;
  @OneOf(CALL_OUTCOMES, { optional: true }) outcome: CallOutcome | null;
  @Text({ optional: true, max: 300 }) note: string | null;
  @Instant({ optional: true }) calledAt: string | null;
  @ListOf(() => OrderLineDto) lines: OrderLineDto[];
}

export class CallTasksDto {
  @ListOf(() => CallTaskDto) data: CallTaskDto[];
  @Text({ optional: true }) next: string | null;
}

export class NoteCallDto {
  @OneOf(CALL_OUTCOMES) outcome: CallOutcome;
  @Text({ max: 300, optional: true, lines: true }) note?: string | null;
}

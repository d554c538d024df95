import { Flag, Instant, ListOf, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import {
  COMPLAINT_OUTCOMES,
  COMPLAINT_PARTIES,
  COMPLAINT_STATES,
  COMPLAINT_TOPICS,
  type ComplaintOutcome,
  type ComplaintParty,
  type ComplaintState,
  type ComplaintTopic,
} from './complaint.rules.js';
import { COMPLAINT_DESKS, type ComplaintDesk } from './complaint-scope.js';

export class ComplaintMessageDto {
  @OneOf(COMPLAINT_PARTIES) author: ComplaintParty;
  @Text({ max: 1000 }) text: string;
  @Instant() at: string;
}

export class ComplaintDto {
  @Uuid() id: string;
  @Text() number: string;
  @Uuid() sellerOrderId: string;
  @Text() orderNumber: string;
  @Text() householdName: string;
  @Text({ optional: true }) parcelNumber: string | null;
  @OneOf(COMPLAINT_TOPICS) topic: ComplaintTopic;
  @OneOf(COMPLAINT_STATES) state: ComplaintState;
  @Instant() openedAt: string;
  @Instant() answerDueAt: string;
  @Flag({ description: 'No answer in time' }) overdue: boolean;
  @Flag({ description: 'The buyer may bring it before an official now' }) mayEscalate: boolean;
  @OneOf(COMPLAINT_OUTCOMES, { optional: true }) outcome: ComplaintOutcome | null;
  @Text({ optional: true, max: 500 }) outcomeNote: string | null;
  @Instant({ optional: true }) closedAt: string | null;
  @ListOf(() => ComplaintMessageDto) messages: ComplaintMessageDto[];
}

export class ComplaintsDto {
  @ListOf(() => ComplaintDto) data: ComplaintDto[];
  @Text({ optional: true }) next: string | null;
}

export class ComplaintsQuery extends PageQuery {
  @OneOf(COMPLAINT_DESKS) desk: ComplaintDesk;
  @Flag({ optional: true, description: 'Those that are over, the newest first; otherwise what is due first comes first' }) closed?: boolean;
}

export class DeskQuery {
  @OneOf(COMPLAINT_DESKS) desk: ComplaintDesk;
}

export class OpenComplaintDto {
  @Uuid() sellerOrderId: string;
  @OneOf(COMPLAINT_TOPICS) topic: ComplaintTopic;
  @Text({ min: 2, max: 1000, lines: true }) text: string;
}

export class OpenedComplaintDto {
  @Text() number: string;
}

export class WriteMessageDto {
  @Text({ min: 2, max: 1000, lines: true }) text: string;
}

export class DecideComplaintDto {
  @OneOf(['upheld', 'rejected', 'settled']) outcome: 'upheld' | 'rejected' | 'settled';
  @Text({ min: 2, max: 500, lines: true, description: 'Why; both sides read it' }) note: string;
}

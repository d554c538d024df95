import { Flag, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { ComplaintDto } from '../complaints/complaint.dto.js';
import { COMPLAINT_TOPICS, type ComplaintTopic } from '../complaints/complaint.rules.js';
import { RefundDto } from '../refunds/refund.dto.js';
import { ReturnDto } from '../returns/return.dto.js';
import { RETURN_REASONS, type ReturnReason } from '../returns/return.rules.js';

const INSTEADS = ['refuse-at-door', 'return'] as const;

export class ReturnableReasonDto {
  @OneOf(RETURN_REASONS) reason: ReturnReason;
  @Instant() until: string;
  @Flag({ description: 'At least one picture is needed' }) pictures: boolean;
}

export class ReturnableLineDto {
  @Uuid() lineId: string;
  @Text() productName: string;
  @Text() netContent: string;
  @Int({ min: 1, description: 'How many may be returned' }) most: number;
  @ListOf(() => ReturnableReasonDto) reasons: ReturnableReasonDto[];
}

export class ComplaintTopicDto {
  @OneOf(COMPLAINT_TOPICS) topic: ComplaintTopic;
  @Instant() until: string;
}

/** What a buyer can do about one part of the order now, and what is under way. */
export class AfterSalePartDto {
  @Uuid() sellerOrderId: string;
  @Flag() mayCancel: boolean;
  @OneOf(INSTEADS, { optional: true, description: 'What is possible where it is too late to cancel' }) instead:
    (typeof INSTEADS)[number] | null;
  @ListOf(() => ReturnableLineDto) returnable: ReturnableLineDto[];
  @ListOf(() => ComplaintTopicDto) topics: ComplaintTopicDto[];
  @ListOf(() => ReturnDto) returns: ReturnDto[];
  @ListOf(() => RefundDto) refunds: RefundDto[];
  @ListOf(() => ComplaintDto) complaints: ComplaintDto[];
}

export class AfterSaleDto {
  @ListOf(() => AfterSalePartDto) parts: AfterSalePartDto[];
}

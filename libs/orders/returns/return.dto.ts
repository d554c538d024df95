import { Flag, Instant, Int, ListOf, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { MOST_PICTURES, RETURN_REASONS, RETURN_STATES, type ReturnReason, type ReturnState } from './return.rules.js';

const PAYERS = ['household', 'buyer'] as const;

export class ReturnLineDto {
  @Uuid() lineId: string;
  @Text() productName: string;
  @Text() netContent: string;
  @Int() quantity: number;
  @Vnd() priceVnd: number;
  @Int({ optional: true, description: 'Back on sale' }) restocked: number | null;
  @Int({ optional: true }) writtenOff: number | null;
}

export class ReturnDto {
  @Uuid() id: string;
  @Uuid() sellerOrderId: string;
  @Text() orderNumber: string;
  @Text() buyerName: string;
  @OneOf(RETURN_STATES) state: ReturnState;
  @OneOf(RETURN_REASONS, { optional: true, description: 'Null: a parcel that was refused at the door' }) reason: ReturnReason | null;
  @Text({ max: 1000 }) note: string;
  @Instant() openedAt: string;
  @Instant({ optional: true, description: 'Until when the household is to answer' }) answerDueAt: string | null;
  @Instant({ optional: true, description: 'Until when it is to look at what came back' }) lookDueAt: string | null;
  @Flag({ description: 'The household is past the one it has to keep now' }) overdue: boolean;
  @Text({ optional: true, max: 500 }) answerNote: string | null;
  @OneOf(PAYERS, { optional: true, description: 'Of the way back' }) postagePayer: (typeof PAYERS)[number] | null;
  @Text({ optional: true }) parcelNumber: string | null;
  @Vnd({ description: 'What the buyer gets back for it, as far as decided; whole đồng' }) refundVnd: number;
  @ListOf(() => ReturnLineDto) lines: ReturnLineDto[];
  @Texts({ max: MOST_PICTURES }) pictureIds: string[];
}

export class ReturnsDto {
  @ListOf(() => ReturnDto) data: ReturnDto[];
}

export class ReturnedLineDto {
  @Uuid() lineId: string;
  @Int({ min: 1, max: 999 }) quantity: number;
}

export class RequestReturnDto {
  @Uuid() sellerOrderId: string;
  @ListOf(() => ReturnedLineDto, { min: 1, max: 50 }) lines: ReturnedLineDto[];
  @OneOf(RETURN_REASONS) reason: ReturnReason;
  @Text({ max: 1000, optional: true, lines: true }) note?: string | null;
  @Texts({ max: MOST_PICTURES, optional: true, description: 'Ids of pictures sent before' }) pictureIds?: string[] | null;
}

export class PictureSentDto {
  @Uuid() id: string;
}

export class PictureOfQuery {
  @Text({ max: 100, optional: true, description: 'The access key given at checkout' }) key?: string;
  @Uuid() sellerOrderId: string;
}

export class ApproveReturnDto {
  @OneOf(['send_back', 'keep'], { description: 'keep: refund without the goods coming back' }) goods: 'send_back' | 'keep';
  @Text({ max: 500, optional: true }) note?: string | null;
}

export class RefuseReturnDto {
  @Text({ min: 2, max: 500, description: 'Why; the buyer reads it' }) note: string;
}

export class LookedAtLineDto {
  @Uuid() lineId: string;
  @Int({ max: 999, description: 'Back on sale' }) restocked: number;
  @Int({ max: 999 }) writtenOff: number;
}

export class ReceiveReturnDto {
  @ListOf(() => LookedAtLineDto, { min: 1, max: 50 }) lines: LookedAtLineDto[];
}

import { Day, Flag, Instant, ListOf, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { CLAIM_KINDS, CLAIM_STATES, type ClaimKind, type ClaimState } from './claim.rules.js';
import { CLAIM_OPENERS, type ClaimOpener } from './compensation-case.entity.js';

/** Somebody asks for compensation, and how far the post is with it. */
export class ClaimDto {
  @Uuid() id: string;
  @Text() parcelNumber: string;
  @OneOf(CLAIM_KINDS) kind: ClaimKind;
  @OneOf(CLAIM_STATES) state: ClaimState;
  @OneOf(CLAIM_OPENERS) openedBy: ClaimOpener;
  @Text({ max: 1000, description: 'Of who complains' }) words: string;
  @Instant() openedAt: string;
  @Day({ description: 'By the end of this day it must be answered' }) answerDueOn: string;
  @Flag({ description: 'Not answered in time' }) overdue: boolean;
  @Vnd({ description: 'The most the rules give for it' }) mostVnd: number;
  @Text({ description: 'Where these rules stand' }) basis: string;
  @Text({ optional: true, max: 1000 }) finding: string | null;
  @Text({ optional: true, max: 500 }) answer: string | null;
  @Vnd({ optional: true, description: 'What the post pays' }) sumVnd: number | null;
  @Text({ optional: true }) reference: string | null;
  @Flag({ description: 'The caller may accept or refuse it' }) mayDecide: boolean;
}

export class ClaimsDto {
  @ListOf(() => ClaimDto) data: ClaimDto[];
  @Text({ optional: true }) next: string | null;
}

export class ClaimsQuery extends PageQuery {
  @OneOf(CLAIM_STATES, { optional: true }) state?: ClaimState;
}

export class NewClaimDto {
  @OneOf(CLAIM_KINDS) kind: ClaimKind;
  @Text({ min: 2, max: 1000, description: 'What happened, as it was told at the counter' }) words: string;
}

export class ClaimFindingDto {
  @Text({ min: 2, max: 1000 }) finding: string;
}

export class ClaimAcceptanceDto {
  @Vnd({ optional: true, description: 'At most what the rules give; all of it when absent' }) sumVnd?: number | null;
  @Text({ optional: true, max: 500 }) answer?: string | null;
}

export class ClaimRefusalDto {
  @Text({ min: 2, max: 500, description: 'Told to who complains' }) answer: string;
}

export class ClaimPaymentDto {
  @Text({ min: 2, max: 100, description: 'Of the transfer or receipt' }) reference: string;
}

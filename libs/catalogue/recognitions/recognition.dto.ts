import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import {
  ISSUING_LEVELS,
  RECOGNITION_CHANGE_KINDS,
  RECOGNITION_CHANGE_STATES,
  RECOGNITION_STATUSES,
  type IssuingLevel,
  type RecognitionChangeKind,
  type RecognitionChangeState,
  type RecognitionStatus,
} from './recognition.rules.js';

/** A recognition as a page shows it. */
export class RecognitionViewDto {
  @OneOf(['declared', 'confirmed'], { description: 'Declared: said by the seller, not checked' }) status: 'declared' | 'confirmed';
  @Int({ optional: true, min: 3, max: 5, description: 'Only of a confirmed recognition that still holds' }) stars: number | null;
  @Text({ optional: true }) decisionNumber: string | null;
  @Text({ optional: true }) authority: string | null;
  @Day({ optional: true }) decisionDate: string | null;
  @Day({ optional: true, description: 'Last day on which it holds' }) expiresOn: string | null;
  @Flag() expired: boolean;
}

export class DeclareRecognitionDto {
  @OneOf([3, 4, 5]) stars: number;
  @Text({ min: 2, max: 200, description: 'Who decided' }) authority: string;
  @Text({ min: 1, max: 80, example: '1234/QĐ-UBND' }) decisionNumber: string;
  @Day() decisionDate: string;
  @OneOf(ISSUING_LEVELS, { optional: true, description: 'Five stars central, else province, unless told' }) issuingLevel?: IssuingLevel;
  @Text({ max: 200, optional: true, description: 'The product set as the decision names it' }) setNamed?: string;
}

export class EnterRecognitionDto extends DeclareRecognitionDto {
  @Uuid() productId: string;
  @Uuid({ optional: true, description: 'The declared row this settles, where its number or day reads otherwise' }) recognitionId?: string;
}

export class ProposeCorrectionDto extends DeclareRecognitionDto {
  @Text({ min: 5, max: 500, description: 'Why; the household is told' }) reason: string;
}

export class ProposeRevocationDto {
  @Text({ min: 5, max: 500, description: 'Why; the household is told' }) reason: string;
}

export class RecognitionsQuery extends PageQuery {
  @OneOf(RECOGNITION_STATUSES, { optional: true }) status?: RecognitionStatus;
  @Flag({ optional: true, description: 'Only those with a correction or revocation that waits for a second official' }) changing?: boolean;
}

export class DecisionDto {
  @Int({ min: 3, max: 5 }) stars: number;
  @Text() authority: string;
  @Text() decisionNumber: string;
  @Day() decisionDate: string;
  @OneOf(ISSUING_LEVELS) issuingLevel: IssuingLevel;
  @Text({ optional: true }) setNamed: string | null;
}

/** A correction or revocation: proposed by one official, confirmed by another, or dropped. */
export class RecognitionChangeDto {
  @Uuid() id: string;
  @OneOf(RECOGNITION_CHANGE_KINDS) kind: RecognitionChangeKind;
  @OneOf(RECOGNITION_CHANGE_STATES) state: RecognitionChangeState;
  @Text({ max: 500 }) reason: string;
  @Nested(() => DecisionDto, { description: 'As it stood before' }) former: DecisionDto;
  @Nested(() => DecisionDto, { optional: true, description: 'As it should read; null for a revocation' }) wanted: DecisionDto | null;
  @Flag({ description: 'Whether the caller proposed it, so that another must confirm' }) proposedByMe: boolean;
  @Instant() proposedAt: string;
  @Instant({ optional: true }) decidedAt: string | null;
}

/** A recognition as those who work on it see it: its own status, and the stars it speaks of. */
export class RecognitionDto {
  @Uuid() id: string;
  @Uuid() productId: string;
  @Text() productName: string;
  @Text() householdName: string;
  @Text({ optional: true }) provinceName: string | null;
  @OneOf(RECOGNITION_STATUSES) status: RecognitionStatus;
  @Int({ min: 3, max: 5 }) stars: number;
  @Text({ optional: true }) decisionNumber: string | null;
  @Text({ optional: true }) authority: string | null;
  @Day({ optional: true }) decisionDate: string | null;
  @Int({ optional: true }) year: number | null;
  @Text({ optional: true, description: 'The decision of the Prime Minister it was given under' }) scheme: string | null;
  @Text({ optional: true, description: 'The product set as the decision names it' }) setNamed: string | null;
  @OneOf(ISSUING_LEVELS) issuingLevel: IssuingLevel;
  @Day({ optional: true }) expiresOn: string | null;
  @Flag() expired: boolean;
  @Int({ optional: true, description: 'Of a confirmed one that ends soon: within so many days (90, 60 or 30)' }) endsWithinDays:
    number | null;
  @Flag({ description: 'Whether the caller entered it, so that another must confirm' }) enteredByMe: boolean;
  @ListOf(() => RecognitionChangeDto, { description: 'Corrections and revocations, newest first' }) changes: RecognitionChangeDto[];
}

export class RecognitionsDto {
  @ListOf(() => RecognitionDto) data: RecognitionDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

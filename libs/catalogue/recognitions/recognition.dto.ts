import { Day, Flag, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { ISSUING_LEVELS, RECOGNITION_STATUSES, type IssuingLevel, type RecognitionStatus } from './recognition.rules.js';

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
}

export class EnterRecognitionDto extends DeclareRecognitionDto {
  @Uuid() productId: string;
}

/** A recognition as those who work on it see it: its own status, and the stars it speaks of. */
export class RecognitionDto {
  @Uuid() id: string;
  @Uuid() productId: string;
  @Text() productName: string;
  @OneOf(RECOGNITION_STATUSES) status: RecognitionStatus;
  @Int({ min: 3, max: 5 }) stars: number;
  @Text({ optional: true }) decisionNumber: string | null;
  @Text({ optional: true }) authority: string | null;
  @Day({ optional: true }) decisionDate: string | null;
  @Int({ optional: true }) year: number | null;
  @OneOf(ISSUING_LEVELS) issuingLevel: IssuingLevel;
  @Day({ optional: true }) expiresOn: string | null;
  @Flag() expired: boolean;
  @Flag({ description: 'Whether the caller entered it, so that another must confirm' }) enteredByMe: boolean;
}

export class RecognitionsDto {
  @ListOf(() => RecognitionDto) data: RecognitionDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

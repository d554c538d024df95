import { PARCEL_EVENT_CODES, type ParcelEventCode } from '@choxa/standards';
import { Flag, Instant, ListOf, OneOf, Text, Uuid } from '@choxa/platform';

export class DeclareCorrectionDto {
  @Text({ min: 5, max: 300, description: 'What was wrong' }) reason: string;
}

export class CorrectionDto {
  @Uuid() id: string;
  @Uuid() scanId: string;
  @Text() parcelNumber: string;
  @OneOf(PARCEL_EVENT_CODES) code: ParcelEventCode;
  @Instant() eventTime: string;
  @Text() officeName: string;
  @Text({ max: 300 }) reason: string;
  @Flag({ description: 'Counts only when somebody else confirms it' }) secondPerson: boolean;
  @Flag({ description: 'Declared by the caller' }) own: boolean;
  @Instant() declaredAt: string;
  @Instant({ optional: true }) confirmedAt: string | null;
  @Instant({ optional: true }) refusedAt: string | null;
}

export class CorrectionsDto {
  @ListOf(() => CorrectionDto) data: CorrectionDto[];
}

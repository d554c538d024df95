import { Decimal, Flag, Instant, Int, ListOf, OneOf, Text, Texts, Uuid } from '@choxa/platform';
import { INSPECTED_FIELDS, OUTCOMES, type InspectedField, type Outcome } from './verdicts.rules.js';

const LATITUDE = { min: -90, max: 90, optional: true } as const;
const LONGITUDE = { min: -180, max: 180, optional: true } as const;
const MOST_PHOTOS = 3;

export class VerdictDto {
  @OneOf(INSPECTED_FIELDS) field: InspectedField;
  @OneOf(OUTCOMES) verdict: Outcome;
}

export class FindingDto {
  @Uuid({ description: 'Made on the device: sent again, it is the same finding' }) id: string;
  @Uuid() productId: string;
  @ListOf(() => VerdictDto, { min: 1, max: INSPECTED_FIELDS.length, description: 'The two last fields only where they are demanded' })
  verdicts: VerdictDto[];
  @Text({ max: 1000, lines: true, optional: true }) remark?: string;
  @Text({ max: 500, optional: true, description: 'As read from the pack' }) scannedCode?: string;
  @Texts({ max: MOST_PHOTOS, maxLength: 36, description: 'Ids of photos sent before' }) photoIds: string[];
  @Decimal(LATITUDE) latitude?: number;
  @Decimal(LONGITUDE) longitude?: number;
  @Instant({ description: 'By the device’s clock' }) inspectedAt: string;
  @Uuid({ optional: true, description: 'The own finding it takes the place of' }) corrects?: string;
  @Text({ max: 500, optional: true, description: 'Why it was corrected' }) reason?: string;
}

export class InspectionDto {
  @Uuid() id: string;
  @Int({ min: 1, max: 2, description: '1: first inspector, 2: second' }) round: number;
  @Text() inspector: string;
  @Flag({ description: 'Recorded by the caller' }) own: boolean;
  @ListOf(() => VerdictDto) verdicts: VerdictDto[];
  @OneOf(OUTCOMES, { description: 'What follows for the label as a whole' }) outcome: Outcome;
  @Text({ max: 1000 }) remark: string;
  @Text({ max: 500, optional: true }) scannedCode: string | null;
  @Flag({ optional: true, description: 'What was scanned is what was declared; null without a scan or a declaration' })
  codeMatches: boolean | null;
  @Texts() photoIds: string[];
  @Decimal(LATITUDE) latitude: number | null;
  @Decimal(LONGITUDE) longitude: number | null;
  @Instant({ description: 'By the device’s clock' }) inspectedAt: string;
  @Instant() recordedAt: string;
  @Uuid({ optional: true }) corrects: string | null;
  @Text({ max: 500 }) reason: string;
}

export class InspectionPhotoDto {
  @Uuid() id: string;
}

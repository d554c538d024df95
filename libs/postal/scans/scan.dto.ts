import { ListOf, OneOf, Text } from '@choxa/platform';
import type { ScanRefusal } from './scan-intake.rules.js';

/** Kept lenient on purpose: one bad scan must not stop the others of a device's queue, so each is judged by itself. */
export class SentScanDto {
  @Text({ max: 60, description: 'UUID made on the device' }) id: string;
  @Text({ max: 40 }) parcel: string;
  @Text({ max: 10, description: 'EDD, EDE, EMG, EDF, EDG, EDH, EMH, RTS, RTD' }) code: string;
  @Text({ max: 40, description: 'RFC 3339 with offset, by the device' }) eventTime: string;
  @Text({ max: 80 }) device: string;
  @Text({ max: 60, description: "Id or code of one of the caller's offices" }) office: string;
  @Text({ max: 40, optional: true, description: 'Why an attempt failed (EMH)' }) reason?: string | null;
  @Text({ max: 40, optional: true }) nextAction?: string | null;
}

export class SentScansDto {
  @ListOf(() => SentScanDto, { min: 1, max: 500 }) scans: SentScanDto[];
}

export class ScanResultDto {
  @Text() id: string;
  @OneOf(['accepted', 'duplicate', 'rejected']) outcome: 'accepted' | 'duplicate' | 'rejected';
  @Text({ optional: true }) code: ScanRefusal | null;
  @Text({ optional: true }) detail: string | null;
}

export class ScanResultsDto {
  @ListOf(() => ScanResultDto) results: ScanResultDto[];
}

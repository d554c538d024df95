import { Instant, Int, ListOf, OneOf, PageQuery, Text, Uuid, Flag } from '@choxa/platform';
import {
  REPORT_KINDS,
  SUSPICION_KINDS,
  SUSPICION_OUTCOMES,
  type ReportKind,
  type SuspicionKind,
  type SuspicionOutcome,
} from './suspicion.rules.js';

const ADDRESS = /^\/(en\/)?(t|01)\/[^\s]+$/;
const PROVINCE_CODE = /^[0-9]{2}$/;

export class ReportLabelDto {
  @Text({ max: 300, pattern: ADDRESS, description: 'Path of the trace page: /t/…, /01/…' }) address: string;
  @OneOf(REPORT_KINDS) kind: ReportKind;
  @Text({ max: 500, lines: true, optional: true }) note?: string;
  @Text({ max: 2, pattern: PROVINCE_CODE, optional: true, description: 'Where it was bought' }) provinceCode?: string;
}

export class NoteSightingDto {
  @Text({ max: 300, pattern: ADDRESS, description: 'Path of the trace page, with the serial' }) address: string;
  @Text({ max: 2, pattern: PROVINCE_CODE, description: 'Where it was bought or scanned' }) provinceCode: string;
}

export class CloseSuspicionDto {
  @OneOf(SUSPICION_OUTCOMES) outcome: SuspicionOutcome;
}

export class SuspicionsQuery extends PageQuery {
  @Flag({ optional: true, description: 'Also those somebody has looked into' }) closed?: boolean;
}

export class SuspicionDto {
  @Uuid() id: string;
  @OneOf(SUSPICION_KINDS) kind: SuspicionKind;
  @Text({ max: 300 }) address: string;
  @Text({ optional: true, description: 'Null for a label that is not ours' }) productName: string | null;
  @Text({ optional: true }) householdName: string | null;
  @Text({ optional: true }) communeName: string | null;
  @Text({ optional: true }) provinceName: string | null;
  @Text({ optional: true }) serial: string | null;
  @Text({ max: 500, optional: true }) note: string | null;
  @Text({ optional: true, description: 'Where it was bought or seen' }) seenProvinceName: string | null;
  @Text({ optional: true, description: 'Where the same serial was seen before' }) otherProvinceName: string | null;
  @Int({ optional: true }) distanceKm: number | null;
  @Instant() raisedAt: string;
  @Instant({ optional: true }) closedAt: string | null;
  @OneOf(SUSPICION_OUTCOMES, { optional: true }) outcome: SuspicionOutcome | null;
}

export class SuspicionListDto {
  @ListOf(() => SuspicionDto) data: SuspicionDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

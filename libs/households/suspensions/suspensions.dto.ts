import { Day, Instant, Int, ListOf, Text, Uuid } from '@choxa/platform';
import type { SuspensionView } from './suspensions.query.js';

export class AnnounceSuspensionDto {
  @Text({ min: 1, max: 40, description: 'Code of a reason in force' }) reasonCode: string;
  @Text({ min: 5, max: 1000, lines: true, description: 'What exactly is wrong, for the household to read' }) text: string;
  @Day({ optional: true, description: 'First day without sales; the earliest the notice period allows where none is given' })
  startsOn?: string;
}

export class LiftSuspensionDto {
  @Text({ max: 500, optional: true, lines: true }) note?: string;
}

export class SuspensionReasonDto {
  @Text() code: string;
  @Int({ description: 'Days between the announcement and the first day without sales' }) noticeDays: number;
  @Text({ max: 300 }) vi: string;
  @Text({ max: 300 }) en: string;
  @Text({ max: 300, description: 'The law or rule it comes from' }) basis: string;
}

export class SuspensionReasonsDto {
  @ListOf(() => SuspensionReasonDto) data: SuspensionReasonDto[];
}

export class SuspensionDto {
  @Uuid() id: string;
  @Text() reasonCode: string;
  @Text({ max: 300 }) reasonVi: string;
  @Text({ max: 300 }) reasonEn: string;
  @Text({ max: 300 }) basis: string;
  @Text({ max: 1000 }) text: string;
  @Instant() announcedAt: string;
  @Day() startsOn: string;
  @Instant({ optional: true, description: 'Null until the day has come' }) begunAt: string | null;
  @Text({ optional: true, max: 1000 }) answer: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
}

export function toSuspensionDto(suspension: SuspensionView): SuspensionDto {
  const { id, reasonCode, reasonVi, reasonEn, basis, text, announcedAt, startsOn, begunAt, answer, answeredAt } = suspension;
  return {
    id,
    reasonCode,
    reasonVi,
    reasonEn,
    basis,
    text,
    announcedAt: announcedAt.toISOString(),
    startsOn,
    begunAt: begunAt?.toISOString() ?? null,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

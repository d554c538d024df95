import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text, Texts } from '@choxa/platform';
import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import type { Comparison } from './compare-versions.js';
import type { PeriodState, VersionSummary } from './period-states.query.js';

const PLACE_KINDS = ['nation', 'province', 'commune'] as const;
const HASH = { max: 64, description: 'SHA-256, hex' };

export class PeriodsDto {
  @Texts({ max: 400 }) data: string[];
  @Text({ optional: true }) next: string | null;
}

export class PeriodVersionDto {
  @Text({ max: 11 }) period: string;
  @Int({ min: 1, description: '1 closed the period; later ones correct it' }) version: number;
  @Text({ ...HASH, description: 'Of the document’s bytes' }) sha256: string;
  @Text({ max: 100, description: 'Ed25519 over the document’s bytes, base64' }) signature: string;
  @Text({ ...HASH, description: 'Which key signed: `GET /signing-keys`' }) keyId: string;
  @Instant() closedAt: string;
  @Text({ max: 500, optional: true, description: 'Why it was corrected' }) reason: string | null;
}

export class PeriodStateDto {
  @Text({ max: 11 }) period: string;
  @OneOf(['draft', 'closed', 'corrected']) state: 'draft' | 'closed' | 'corrected';
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Instant({ description: 'From then on no return changes it' }) cutOffAt: string;
  @Flag({ description: 'Its cut-off has passed' }) closable: boolean;
  @ListOf(() => PeriodVersionDto, { description: 'Oldest first' }) versions: PeriodVersionDto[];
}

export class PeriodStatesDto {
  @ListOf(() => PeriodStateDto, { max: 1000 }) data: PeriodStateDto[];
  @Flag({ description: 'Whether the caller may close and correct periods' }) mayClose: boolean;
}

export class CorrectPeriodDto {
  @Text({ min: 10, max: 500, lines: true, description: 'Why; it stands in the new version' }) reason: string;
}

export class ComparisonQueryDto {
  @Int({ description: 'A closed version; 0 for the facts as they stand' }) from: number;
  @Int({ description: 'A closed version; 0 for the facts as they stand' }) to: number;
}

export class ComparedFigureDto {
  @Int() numerator: number;
  @Int() denominator: number;
  @Text({ max: 30, optional: true, description: 'As its measure reads it; null when none arose' }) value: string | null;
}

export class DifferenceDto {
  @Int() indicator: number;
  @OneOf(PLACE_KINDS) kind: (typeof PLACE_KINDS)[number];
  @Text({ description: '`VN` for the nation' }) code: string;
  @Text() name: string;
  @Nested(() => ComparedFigureDto, { optional: true }) before: ComparedFigureDto | null;
  @Nested(() => ComparedFigureDto, { optional: true }) after: ComparedFigureDto | null;
  @Flag({ description: 'Only figures beside the headline differ' }) besideOnly: boolean;
}

export class ComparisonDto {
  @Text({ max: 500, optional: true, description: 'Why the later version was made' }) reason: string | null;
  @ListOf(() => DifferenceDto, { max: 100_000 }) data: DifferenceDto[];
}

export function toPeriodVersionDto({ period, version, sha256, signature, keyId, closedAt, reason }: VersionSummary): PeriodVersionDto {
  return { period, version, sha256, signature, keyId, closedAt: toLocalTimestamp(closedAt), reason };
}

export function toPeriodStateDto({ period, cutOffAt, closable, versions }: PeriodState): PeriodStateDto {
  return {
    period: period.key,
    state: versions.length === 0 ? 'draft' : versions.length === 1 ? 'closed' : 'corrected',
    firstDay: localDay(period.from),
    lastDay: addDays(localDay(period.until), -1),
    cutOffAt: toLocalTimestamp(cutOffAt),
    closable,
    versions: versions.map(toPeriodVersionDto),
  };
}

export function toComparisonDto({ reason, differences }: Comparison): ComparisonDto {
  return { reason, data: differences };
}

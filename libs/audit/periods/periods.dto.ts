import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text, Texts } from '@choxa/platform';
import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import { MEASURES, type Measure } from '../indicators/measure.rules.js';
import type { Comparison } from './compare-versions.js';
import type { PeriodState, VersionSummary } from './period-states.query.js';
import { PeriodProposalDto, toPeriodProposalDto } from './proposals.dto.js';
import type { Proposal } from './proposals.query.js';

const PERIOD_STATES = ['draft', 'proposed', 'closed', 'corrected'] as const;
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
  @Text({ optional: true, description: 'The official who proposed it; null of versions that one official closed' }) proposedByName:
    string | null;
  @Text({ optional: true, description: 'The official who confirmed it' }) closedByName: string | null;
}

export class PeriodStateDto {
  @Text({ max: 11 }) period: string;
  @OneOf(PERIOD_STATES, { description: 'Proposed: its first version waits for a second official' }) state: (typeof PERIOD_STATES)[number];
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Instant({ description: 'From then on no return changes it' }) cutOffAt: string;
  @Flag({ description: 'Its cut-off has passed' }) closable: boolean;
  @ListOf(() => PeriodVersionDto, { description: 'Oldest first' }) versions: PeriodVersionDto[];
  @Nested(() => PeriodProposalDto, { optional: true, description: 'What the nation’s officials have before them' })
  proposal: PeriodProposalDto | null;
}

export class PeriodStatesDto {
  @ListOf(() => PeriodStateDto, { max: 1000 }) data: PeriodStateDto[];
  @Flag({ description: 'Whether the caller may close and correct periods' }) mayClose: boolean;
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
  @OneOf(MEASURES) measure: Measure;
  @Text({ description: 'What is counted' }) unit: string;
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

export function toPeriodVersionDto({ closedAt, ...version }: VersionSummary): PeriodVersionDto {
  return { ...version, closedAt: toLocalTimestamp(closedAt) };
}

/** `accountId`: of the official who asks. */
export function toPeriodStateDto({ period, cutOffAt, closable, versions, proposal }: PeriodState, accountId: string): PeriodStateDto {
  return {
    period: period.key,
    state: stateOf(versions.length, proposal),
    firstDay: localDay(period.from),
    lastDay: addDays(localDay(period.until), -1),
    cutOffAt: toLocalTimestamp(cutOffAt),
    closable,
    versions: versions.map(toPeriodVersionDto),
    proposal: proposal && toPeriodProposalDto(proposal, accountId),
  };
}

function stateOf(versions: number, proposal: Proposal | null): PeriodStateDto['state'] {
  if (versions) return versions === 1 ? 'closed' : 'corrected';
  return proposal && proposal.outcome === null ? 'proposed' : 'draft';
}

export function toComparisonDto({ reason, differences }: Comparison): ComparisonDto {
  return { reason, data: differences };
}

import { Flag, Instant, Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { CountedDto } from '../indicators/indicator.dto.js';
import { MEASURES, valueOf, type Measure } from '../indicators/measure.rules.js';
import { INDICATORS } from '../indicators/registry.js';
import type { PeriodDocument } from './period-document.js';
import type { Proposal } from './proposals.query.js';

const SHA256 = { min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ };

export class ProposePeriodDto {
  @Text({ min: 10, max: 500, lines: true, optional: true, description: 'Why a closed period is to be corrected; nothing closes it first' })
  reason?: string | null;
}

export class ConfirmProposalDto {
  @Text({ ...SHA256, description: 'Of the proposed document, as you saw it' }) sha256: string;
}

export class PeriodProposalDto {
  @Text({ max: 11 }) period: string;
  @Int({ min: 1, description: 'The version it would become' }) version: number;
  @OneOf(['open', 'lapsed'], { description: 'Lapsed: the facts came to say something else before it was confirmed' }) state:
    'open' | 'lapsed';
  @Text({ max: 500, optional: true, description: 'Why it is to be corrected' }) reason: string | null;
  @Text({ max: 64, description: 'SHA-256 of the document that would be signed, hex' }) sha256: string;
  @Instant({ description: 'Its figures are of then' }) proposedAt: string;
  @Text() proposedByName: string;
  @Flag({ description: 'Proposed by the caller, who cannot confirm it' }) own: boolean;
}

export class ProposedFigureDto extends CountedDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @OneOf(MEASURES) measure: Measure;
  @Text({ description: 'What is counted' }) unit: string;
}

export class ProposedPeriodDto {
  @Nested(() => PeriodProposalDto) proposal: PeriodProposalDto;
  @ListOf(() => ProposedFigureDto, { description: 'What the document says of the nation, by number' }) figures: ProposedFigureDto[];
}

export function toPeriodProposalDto(
  { period, version, outcome, reason, sha256, proposedAt, proposedBy, proposedByName }: Proposal,
  accountId: string,
): PeriodProposalDto {
  return {
    period,
    version,
    state: outcome === null ? 'open' : 'lapsed',
    reason,
    sha256,
    proposedAt: toLocalTimestamp(proposedAt),
    proposedByName,
    own: proposedBy === accountId,
  };
}

export function toProposedFigureDtos({ indicators }: PeriodDocument): ProposedFigureDto[] {
  return indicators.flatMap(({ number, measure, unit, figures }) => {
    const indicator = INDICATORS.find((one) => one.number === number);
    const figure = figures.find(({ kind }) => kind === 'nation');
    if (!indicator || !figure) return [];
    const { titleVi, titleEn } = indicator;
    const { numerator, denominator } = figure;
    return [{ number, titleVi, titleEn, measure, unit, numerator, denominator, value: valueOf(measure, numerator, denominator) }];
  });
}

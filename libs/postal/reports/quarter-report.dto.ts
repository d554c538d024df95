import { Day, Flag, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { REPORT_VERDICTS, REPORTED_INDICATORS, type ReportedIndicator, type ReportVerdict } from '@choxa/postal-contract';

const QUARTER = { pattern: /^[0-9]{4}-Q[1-4]$/, max: 7, example: '2026-Q3' };

export class QuarterReportQuery {
  @Text({ ...QUARTER, optional: true, description: 'The last one that has ended when absent' }) quarter?: string;
}

export class CorrectFigureDto {
  @Uuid({ description: 'An operator you manage' }) operator: string;
  @Text(QUARTER) quarter: string;
  @OneOf(REPORTED_INDICATORS) indicator: ReportedIndicator;
  @Int() numerator: number;
  @Int({ optional: true, description: 'Absent where the indicator has none' }) denominator?: number | null;
  @Text({ min: 3, max: 500, description: 'Why it differs from what the data say' }) reason: string;
}

export class SubmitReportDto {
  @Uuid({ description: 'An operator you manage' }) operator: string;
  @Text(QUARTER) quarter: string;
}

export class SubmittedReportDto {
  @Int({ min: 1 }) version: number;
}

export class DraftFigureDto {
  @OneOf(REPORTED_INDICATORS) indicator: ReportedIndicator;
  @Int({ description: 'What the data say' }) computedNumerator: number;
  @Int({ optional: true }) computedDenominator: number | null;
  @Int({ description: 'What is reported' }) numerator: number;
  @Int({ optional: true }) denominator: number | null;
  @Text({ optional: true, max: 500, description: 'Why it was corrected' }) reason: string | null;
}

export class ReportVersionDto {
  @Int({ min: 1 }) version: number;
  @Instant() submittedAt: string;
  @OneOf(REPORT_VERDICTS, { optional: true, description: 'What became of it; null while nobody has answered' })
  verdict: ReportVerdict | null;
  @Text({ optional: true, max: 500, description: 'What is to be put right' }) reason: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
}

export class QuarterReportDto {
  @Uuid() operatorId: string;
  @Text() operatorName: string;
  @Text() quarter: string;
  @Flag({ description: 'The quarter is over, so that it can be submitted' }) ended: boolean;
  @Day({ description: 'Last day on which it is in time' }) dueOn: string;
  @Text({ max: 1000, description: 'What the last day rests on' }) basis: string;
  @Flag({ description: 'Nothing was submitted and the last days run' }) remind: boolean;
  @ListOf(() => DraftFigureDto) figures: DraftFigureDto[];
  @ListOf(() => ReportVersionDto, { description: 'Newest first' }) versions: ReportVersionDto[];
}

export class QuarterReportsDto {
  @ListOf(() => QuarterReportDto) data: QuarterReportDto[];
  @Text({ optional: true }) next: string | null;
}

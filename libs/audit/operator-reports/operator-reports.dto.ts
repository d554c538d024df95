import { REPORT_VERDICTS, REPORTED_INDICATORS, type ReportedIndicator, type ReportVerdict } from '@choxa/postal-contract';
import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { REPORT_FAULTS, type ReportFault } from './compare-report.rules.js';
import { REPORT_STATES, type ReportState } from './report-state.rules.js';

const QUARTER = { pattern: /^[0-9]{4}-Q[1-4]$/, max: 7, example: '2026-Q3' };
const REASON = { optional: true, max: 500, description: 'What is to be put right, or a word to an acceptance' };
const VERDICT = { optional: true, description: 'Null while nobody has answered' };

export class OperatorReportsQueryDto {
  @Text({ ...QUARTER, optional: true, description: 'The last one that has ended unless told' }) quarter?: string;
}

export class OperatorReportQueryDto extends OperatorReportsQueryDto {
  @Int({ optional: true, min: 1, description: 'The latest unless told' }) version?: number;
}

export class AnswerReportDto {
  @Text(QUARTER) quarter: string;
  @Int({ min: 1, description: 'The latest one' }) version: number;
  @OneOf(REPORT_VERDICTS) verdict: ReportVerdict;
  @Text({ optional: true, min: 3, max: 500, description: 'Needed when it is returned: what is to be put right' }) reason?: string | null;
}

export class AmountsDto {
  @Int() numerator: number;
  @Int({ optional: true }) denominator: number | null;
}

export class FigureBesideOursDto {
  @OneOf(REPORTED_INDICATORS) indicator: ReportedIndicator;
  @Nested(() => AmountsDto, { optional: true, description: 'Null where it was not reported' }) reported: AmountsDto | null;
  @Nested(() => AmountsDto, { optional: true, description: 'Null where our facts cannot tell' }) ours: AmountsDto | null;
  @Int({ optional: true, min: Number.MIN_SAFE_INTEGER, description: 'Reported numerator less ours' }) difference: number | null;
  @Text({ optional: true, example: '-3.25', description: 'The difference in percent of ours' }) percent: string | null;
  @Flag({ description: 'Numerator or denominator is another than ours' }) differs: boolean;
  @Text({ optional: true, max: 500, description: 'Why, in the operator’s words' }) reason: string | null;
}

export class OperatorReportRowDto {
  @Text() operatorCode: string;
  @Text({ max: 1000 }) operatorName: string;
  @Flag({ description: 'It had a service point open on the last day of the quarter, so it has to report' }) due: boolean;
  @OneOf(REPORT_STATES) state: ReportState;
  @Flag({ description: 'Its first version came by the deadline' }) onTime: boolean;
  @Int({ optional: true, min: 1, description: 'The latest; null without a report' }) version: number | null;
  @Instant({ optional: true }) submittedAt: string | null;
  @Text(REASON) reason: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
  @ListOf(() => FigureBesideOursDto, { description: 'The latest version beside our facts as they stand' }) figures: FigureBesideOursDto[];
}

export class OperatorReportsDto {
  @Text() quarter: string;
  @Day({ description: 'Last day on which a report is in time' }) dueOn: string;
  @Text({ max: 1000, description: 'What the last day rests on' }) basis: string;
  @Instant() asOf: string;
  @ListOf(() => OperatorReportRowDto) data: OperatorReportRowDto[];
  @Text({ optional: true }) next: string | null;
}

export class ReportVersionOfDto {
  @Int({ min: 1 }) version: number;
  @Instant() submittedAt: string;
  @OneOf(REPORT_VERDICTS, VERDICT) verdict: ReportVerdict | null;
  @Text(REASON) reason: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
}

export class ReportFaultDto implements ReportFault {
  @OneOf(REPORTED_INDICATORS) indicator: ReportedIndicator;
  @OneOf(REPORT_FAULTS) fault: ReportFault['fault'];
}

export class OperatorReportDto {
  @Text() operatorCode: string;
  @Text({ max: 1000 }) operatorName: string;
  @Text() quarter: string;
  @Day() dueOn: string;
  @OneOf(REPORT_STATES) state: ReportState;
  @Int({ optional: true, min: 1, description: 'The version shown; null without a report' }) version: number | null;
  @Flag({ description: 'The version shown is the latest and nobody has answered it' }) open: boolean;
  @Instant({ description: 'Moment of our facts: the answer’s, for a version that was answered' }) comparedAt: string;
  @ListOf(() => FigureBesideOursDto) figures: FigureBesideOursDto[];
  @ListOf(() => ReportFaultDto, { description: 'Why it cannot be accepted' }) faults: ReportFaultDto[];
  @ListOf(() => ReportVersionOfDto, { description: 'Newest first' }) versions: ReportVersionOfDto[];
}

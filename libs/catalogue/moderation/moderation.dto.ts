import { Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import { REMARK_KINDS, type RemarkKind } from './remark.js';
import {
  ALL_REPORT_CATEGORIES,
  REMARK_REPORT_CATEGORIES,
  REPORT_CATEGORIES,
  REPORT_OUTCOMES,
  type AnyReportCategory,
  type RemarkReportCategory,
  type ReportCategory,
  type ReportOutcome,
} from './report.rules.js';
import { TAKEDOWN_DECISIONS, TAKEDOWN_STATES, type TakedownDecision, type TakedownState } from './takedown.rules.js';

const REPORT_STATES = ['open', 'handled'] as const;

export class ReportProductDto {
  @OneOf(REPORT_CATEGORIES) category: ReportCategory;
  @Text({ max: 1000, optional: true, lines: true, description: 'What is wrong; no names or phone numbers needed' }) text?: string;
}

export class ReportRemarkDto {
  @OneOf(REMARK_REPORT_CATEGORIES) category: RemarkReportCategory;
  @Text({ max: 1000, optional: true, lines: true, description: 'What is wrong; no names or phone numbers needed' }) text?: string;
}

export class HideRemarkDto {
  @Text({ min: 2, max: 500, description: 'Told to the author and to whoever reported it' }) reason: string;
}

export class ReportSentDto {
  @Text({ description: 'Leads to what came of it: `GET /product-reports/{code}`' }) code: string;
}

/** A report as its sender sees it. */
export class ReportStatusDto {
  @Text() code: string;
  @Text() productName: string;
  @OneOf(ALL_REPORT_CATEGORIES) category: AnyReportCategory;
  @Instant() createdAt: string;
  @OneOf(REPORT_OUTCOMES, { optional: true, description: 'Null while nobody has looked at it' }) outcome: ReportOutcome | null;
  @Text({ optional: true, max: 500 }) note: string | null;
  @Instant({ optional: true }) handledAt: string | null;
}

/** The review or question a report is about. */
export class ReportedRemarkDto {
  @OneOf(REMARK_KINDS) kind: RemarkKind;
  @Uuid() id: string;
  @Text({ max: 2000 }) text: string;
  @Int({ min: 1, max: 5, optional: true, description: 'Of a review' }) stars: number | null;
  @Text({ optional: true, max: 1000, description: 'The household’s reply or answer' }) reply: string | null;
  @Text({ optional: true, max: 500, description: 'Why it is hidden; null while everybody sees it' }) hiddenReason: string | null;
}

/** A report as officials see it. */
export class ProductReportDto {
  @Uuid() id: string;
  @Uuid() productId: string;
  @Text() slug: string;
  @Text() productName: string;
  @Text() householdName: string;
  @Text({ optional: true }) provinceName: string | null;
  @OneOf(ALL_REPORT_CATEGORIES) category: AnyReportCategory;
  @Text({ max: 1000 }) text: string;
  @Nested(() => ReportedRemarkDto, { optional: true, description: 'Null: it is about the product itself' })
  remark: ReportedRemarkDto | null;
  @Flag({ description: 'The product cannot be seen at present' }) takenDown: boolean;
  @Instant() createdAt: string;
  @OneOf(REPORT_OUTCOMES, { optional: true }) outcome: ReportOutcome | null;
  @Text({ optional: true, max: 500 }) note: string | null;
  @Instant({ optional: true }) handledAt: string | null;
}

export class ProductReportsDto {
  @ListOf(() => ProductReportDto) data: ProductReportDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class ProductReportsQuery extends PageQuery {
  @OneOf(REPORT_STATES, { optional: true, description: 'Open ones, the oldest first, unless told' }) state?: (typeof REPORT_STATES)[number];
}

export class HandleReportDto {
  @OneOf(['corrected', 'unfounded']) outcome: 'corrected' | 'unfounded';
  @Text({ min: 2, max: 500, description: 'What the sender is told' }) note: string;
}

export class TakeDownDto {
  @Uuid() productId: string;
  @Text({ min: 2, max: 200, description: 'Who asks for it' }) authority: string;
  @Text({ min: 1, max: 80, example: '123/QLTT-NV' }) documentNumber: string;
  @Text({ min: 2, max: 500, description: 'Told to the household and on the product’s address' }) reason: string;
  @Instant({ description: 'When the request came in: the legal clock starts' }) requestedAt: string;
}

export class AppealTakedownDto {
  @Text({ min: 2, max: 2000, lines: true }) appeal: string;
}

export class DecideTakedownDto {
  @OneOf(TAKEDOWN_DECISIONS) decision: TakedownDecision;
  @Text({ min: 2, max: 500 }) note: string;
}

/** A takedown as its household sees it. */
export class OwnTakedownDto {
  @Uuid() id: string;
  @OneOf(TAKEDOWN_STATES) state: TakedownState;
  @Text() authority: string;
  @Text() documentNumber: string;
  @Text({ max: 500 }) reason: string;
  @Instant() takenDownAt: string;
  @Text({ optional: true, max: 2000 }) appeal: string | null;
  @Instant({ optional: true }) appealedAt: string | null;
  @OneOf(TAKEDOWN_DECISIONS, { optional: true }) decision: TakedownDecision | null;
  @Text({ optional: true, max: 500 }) decisionNote: string | null;
}

/** A takedown as officials see it. */
export class TakedownDto extends OwnTakedownDto {
  @Uuid() productId: string;
  @Text() slug: string;
  @Text() productName: string;
  @Text() householdName: string;
  @Text({ optional: true }) provinceName: string | null;
  @Instant() requestedAt: string;
  @Instant({ description: 'Latest time allowed' }) dueAt: string;
  @Text({ description: 'The rule the clock comes from' }) basis: string;
  @Flag({ description: 'Done after the latest time allowed' }) late: boolean;
  @Instant({ optional: true }) decidedAt: string | null;
}

export class TakedownsDto {
  @ListOf(() => TakedownDto) data: TakedownDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class TakedownsQuery extends PageQuery {
  @OneOf(TAKEDOWN_STATES, { optional: true, description: 'All unless told' }) state?: TakedownState;
}

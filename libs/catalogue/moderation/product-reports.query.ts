import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor, type Page } from '@choxa/platform';
import { officialProvinces } from '../recognitions/official-scope.js';
import type { ProductReportDto, ReportStatusDto } from './moderation.dto.js';

type Row<T> = Omit<T, 'createdAt' | 'handledAt'> & { createdAt: Date; handledAt: Date | null };

/** What shoppers reported: for the officials of the area, and one by its code for whoever sent it. */
@Injectable()
export class ProductReports {
  constructor(private readonly db: Database) {}

  /** Open ones oldest first, since they wait; handled ones newest first. */
  async list(
    actor: Actor,
    { state = 'open', limit = DEFAULT_LIMIT, cursor }: { state?: 'open' | 'handled'; limit?: number; cursor?: string },
  ): Promise<Page<ProductReportDto>> {
    const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row<ProductReportDto>>(this.db.read, LISTS[state], [officialProvinces(actor), createdAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], dated);
  }

  /** Throws `not-found`. */
  async byCode(code: string): Promise<ReportStatusDto> {
    const [row] = await sql<Row<ReportStatusDto>>(this.db.read, BY_CODE, [code]);
    if (!row) throw platformProblem('not-found');
    return dated(row);
  }
}

function dated<T extends { createdAt: Date; handledAt: Date | null }>(
  row: T,
): Omit<T, 'createdAt' | 'handledAt'> & {
  createdAt: string;
  handledAt: string | null;
} {
  return { ...row, createdAt: row.createdAt.toISOString(), handledAt: row.handledAt?.toISOString() ?? null };
}

const BY_CODE = `
  select report.code, product.name as "productName", report.category, report.created_at as "createdAt", report.outcome, report.note,
         report.handled_at as "handledAt"
    from catalogue.product_report report join catalogue.product on product.id = report.product_id
   where report.code = $1`;

const REMARK = `
  case when review.id is not null then json_build_object('kind', 'review', 'id', review.id, 'text', review.text, 'stars', review.stars,
                                                         'reply', review.reply, 'hiddenReason', review.hidden_reason)
       when question.id is not null then json_build_object('kind', 'question', 'id', question.id, 'text', question.text, 'stars', null,
                                                           'reply', question.answer, 'hiddenReason', question.hidden_reason) end`;

const list = (handled: boolean): string => `
  select report.id, product.id as "productId", product.slug, product.name as "productName", listing.household_name as "householdName",
         listing.province_name as "provinceName", report.category, report.text, product.taken_down_at is not null as "takenDown",
         report.created_at as "createdAt", report.outcome, report.note, report.handled_at as "handledAt",
         ${REMARK} as remark
    from catalogue.product_report report
    left join catalogue.review on review.id = report.review_id
    left join catalogue.question on question.id = report.question_id
    join catalogue.product on product.id = report.product_id
    join lateral (select household_name, province_name, province_code from catalogue.listing where product_id = product.id limit 1) listing on true
   where ($1::text[] is null or listing.province_code = any($1)) and (report.outcome is not null) = ${handled}
     and ($2::timestamptz is null or (report.created_at, report.id) ${handled ? '<' : '>'} ($2, $3::uuid))
   order by report.created_at ${handled ? 'desc' : ''}, report.id ${handled ? 'desc' : ''} limit $4`;

const LISTS = { open: list(false), handled: list(true) };

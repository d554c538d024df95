import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type PageQuery } from '@choxa/platform';
import { seenProduct } from '../products/seen-product.query.js';
import type { QuestionDto } from './question.dto.js';

type Row = Omit<QuestionDto, 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null };

/** Questions, newest first: the answered ones to everybody, all of its own to the household. Hidden ones are in none of the lists. */
@Injectable()
export class Questions {
  constructor(private readonly db: Database) {}

  /** Throws `not-found` for a product that cannot be seen. */
  async ofProduct(slug: string, page: PageQuery): Promise<Page<QuestionDto>> {
    const { id } = await seenProduct(this.db.read, slug);
    return this.list('question.product_id = $1 and question.answer is not null', id, page);
  }

  async ofDesk(
    actor: Actor,
    { state, household, ...page }: PageQuery & { state?: 'waiting' | 'answered'; household?: string },
  ): Promise<Page<QuestionDto>> {
    const own = actor.scope('household', 'household').filter((id) => !household || id === household);
    return this.list(`question.household_id = any($1) and ${OF_STATE[state ?? 'all']}`, own, page);
  }

  private async list(where: string, subject: string | string[], { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<QuestionDto>> {
    const [askedAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(this.db.read, `${ROWS} where ${where} ${NEWEST_FIRST}`, [subject, askedAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.askedAt.toISOString(), row.id], toQuestionDto);
  }
}

function toQuestionDto({ askedAt, answeredAt, ...row }: Row): QuestionDto {
  return { ...row, askedAt: askedAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null };
}

const OF_STATE = { all: 'true', waiting: 'question.answer is null', answered: 'question.answer is not null' };

const ROWS = `
  select question.id, question.text, question.author_name as "authorName", question.asked_at as "askedAt", question.answer,
         question.answered_at as "answeredAt", product.name as "productName", product.slug
    from catalogue.question join catalogue.product on product.id = question.product_id`;

const NEWEST_FIRST = `and question.hidden_at is null and ($2::timestamptz is null or (question.asked_at, question.id) < ($2, $3::uuid))
   order by question.asked_at desc, question.id desc limit $4`;

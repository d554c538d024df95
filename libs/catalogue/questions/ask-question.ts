import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { RemarkNotice } from '../moderation/remark-notice.js';
import { shortName } from '../reviews/review.rules.js';
import { QuestionEntity } from './question.entity.js';
import { QUESTION_LIMITS } from './question.rules.js';

interface Asked {
  productId: string;
  householdId: string;
  productName: string;
}

/** Somebody signed in asks a household about a product that can be seen; the household is told. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly notice: RemarkNotice,
  ) {}

  /** The question's id. Throws `not-found`, `question.too-many`. */
  async run(actor: Actor, slug: string, text: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [product] = await sql<Asked>(tx, PRODUCT, [slug]);
      if (!product) throw platformProblem('not-found');
      await this.requireWithinLimits(tx, actor, product);
      const id = randomUUID();
      const { productId, householdId } = product;
      const author = { accountId: actor.accountId, authorPhone: actor.phone, authorName: shortName(actor.name) };
      await tx.insert(QuestionEntity, { id, productId, householdId, ...author, text, askedAt: this.clock.now() });
      await this.notice.asked(tx, product);
      return id;
    });
  }

  private async requireWithinLimits(tx: Tx, { accountId }: Actor, { productId }: Asked): Promise<void> {
    // Rivals wait here for each other, or all of them would count the same earlier questions.
    for (const subject of [productId, accountId])
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended('catalogue.question ' || $1, 0))`, [subject]);
    const { perAccount, waitingOnProduct, windowMs } = QUESTION_LIMITS;
    const since = new Date(this.clock.now().getTime() - windowMs);
    const [counts] = await sql<{ byAccount: number; waiting: number }>(tx, COUNTS, [accountId, productId, since]);
    if (counts!.byAccount >= perAccount || counts!.waiting >= waitingOnProduct)
      throw problem('question.too-many', { retryAfterSeconds: windowMs / 1000 });
  }
}

const PRODUCT = `
  select id as "productId", household_id as "householdId", name as "productName"
    from catalogue.product where slug = $1 and state <> 'draft' and taken_down_at is null`;

const COUNTS = `
  select (select count(*)::int from catalogue.question where account_id = $1 and asked_at > $3) as "byAccount",
         (select count(*)::int from catalogue.question where product_id = $2 and answer is null and hidden_at is null) as waiting`;

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { RemarkNotice } from '../moderation/remark-notice.js';
import { seenProduct } from '../products/seen-product.query.js';
import { shortName } from '../reviews/review.rules.js';
import { QuestionEntity } from './question.entity.js';
import { QUESTION_LIMITS } from './question.rules.js';

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
      const { id: productId, householdId, name: productName } = await seenProduct(tx, slug);
      await this.requireWithinLimits(tx, actor, productId);
      const id = randomUUID();
      const author = { accountId: actor.accountId, authorPhone: actor.phone, authorName: shortName(actor.name) };
      await tx.insert(QuestionEntity, { id, productId, householdId, ...author, text, askedAt: this.clock.now() });
      await this.notice.asked(tx, { householdId, productName });
      return id;
    });
  }

  private async requireWithinLimits(tx: Tx, { accountId }: Actor, productId: string): Promise<void> {
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

const COUNTS = `
  select (select count(*)::int from catalogue.question where account_id = $1 and asked_at > $3) as "byAccount",
         (select count(*)::int from catalogue.question where product_id = $2 and answer is null and hidden_at is null) as waiting`;

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductReportEntity } from './product-report.entity.js';
import { newReportCode, REPORT_LIMITS, SENDER_KEPT_MS, senderKey, type ReportCategory } from './report.rules.js';

export interface ReportInput {
  category: ReportCategory;
  text?: string | null;
}

/** Somebody says that something is wrong with a product. No sign-in, no name: the code is the only way back to it. */
@Injectable()
export class ReportProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The report's code. `address`: where the request came from. Throws `not-found`, `report.too-many` with the time to wait. */
  async run(address: string, slug: string, { category, text }: ReportInput): Promise<string> {
    const now = this.clock.now();
    const sender = senderKey(address, now);
    return this.db.transaction(async (tx) => {
      const [product] = await sql<{ id: string }>(
        tx,
        `select id from catalogue.product where slug = $1 and state <> 'draft' and taken_down_at is null`,
        [slug],
      );
      if (!product) throw platformProblem('not-found');
      await this.requireWithinLimits(tx, sender, product.id, now);
      const code = newReportCode();
      const report = { id: randomUUID(), code, productId: product.id, category, text: text ?? '', senderKey: sender, createdAt: now };
      await tx.insert(ProductReportEntity, report);
      return code;
    });
  }

  private async requireWithinLimits(tx: Tx, sender: string, productId: string, now: Date): Promise<void> {
    // Rivals wait here for each other, or all of them would count the same earlier reports.
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('catalogue.report ' || $1, 0))`, [productId]);
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('catalogue.report ' || $1, 0))`, [sender]);
    await sql(tx, 'update catalogue.product_report set sender_key = null where sender_key is not null and created_at < $1', [
      new Date(now.getTime() - SENDER_KEPT_MS),
    ]);
    const [counts] = await sql<{ bySender: number; onProduct: number }>(tx, COUNTS, [
      sender,
      productId,
      new Date(now.getTime() - REPORT_LIMITS.windowMs),
    ]);
    if (counts!.bySender >= REPORT_LIMITS.perSender || counts!.onProduct >= REPORT_LIMITS.perProduct)
      throw problem('report.too-many', { retryAfterSeconds: REPORT_LIMITS.windowMs / 1000 });
  }
}

const COUNTS = `
  select (select count(*)::int from catalogue.product_report where sender_key = $1 and created_at > $3) as "bySender",
         (select count(*)::int from catalogue.product_report where product_id = $2 and created_at > $3) as "onProduct"`;

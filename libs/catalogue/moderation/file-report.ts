import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductReportEntity } from './product-report.entity.js';
import { newReportCode, REPORT_LIMITS, SENDER_KEPT_MS, senderKey, type AnyReportCategory } from './report.rules.js';

export interface FiledReport {
  productId: string;
  /** At most one of the two: what on the product's page it is about. */
  reviewId?: string;
  questionId?: string;
  category: AnyReportCategory;
  text?: string | null;
}

/** Puts a report before the officials; its code. `address`: where the request came from. Throws `report.too-many` with the time to wait. */
export async function fileReport(tx: Tx, address: string, { text, ...report }: FiledReport, now: Date): Promise<string> {
  const sender = senderKey(address, now);
  await requireWithinLimits(tx, sender, report.productId, now);
  const code = newReportCode();
  await tx.insert(ProductReportEntity, { id: randomUUID(), code, ...report, text: text ?? '', senderKey: sender, createdAt: now });
  return code;
}

async function requireWithinLimits(tx: Tx, sender: string, productId: string, now: Date): Promise<void> {
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

const COUNTS = `
  select (select count(*)::int from catalogue.product_report where sender_key = $1 and created_at > $3) as "bySender",
         (select count(*)::int from catalogue.product_report where product_id = $2 and created_at > $3) as "onProduct"`;

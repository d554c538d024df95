import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { readerOf, readerParams } from '../feeds/readers.js';

/** Whose webhooks: those of operators one manages, and one's own as a sender. Parameters: {@link webhookScope}, from `$1` on. */
export const OWN_WEBHOOKS = `((webhook.operator_id = any($1::uuid[]) and webhook.sender_key is null)
  or (webhook.operator_id = any($2::uuid[]) and webhook.sender_key = $3))`;

export function webhookScope(actor: Actor): unknown[] {
  return readerParams(readerOf(actor));
}

/** Locks one's own webhook. @throws Problem `not-found`, also for somebody else's */
export async function lockWebhook(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [found] = await sql(tx, `select 1 from postal.webhook where ${OWN_WEBHOOKS} and webhook.id = $4 for update`, [
    ...webhookScope(actor),
    id,
  ]);
  if (!found) throw platformProblem('not-found');
}

import { sql, type Tx } from '@choxa/platform';
import type { EscalationAction } from './escalation.rules.js';

export interface TakenStep {
  action: EscalationAction;
  at: string;
}

/** The steps taken for seller orders, the earliest first, by seller order. */
export async function escalationsOf(tx: Tx, sellerOrderIds: string[]): Promise<Map<string, TakenStep[]>> {
  const rows = await sql<{ id: string; action: EscalationAction; at: Date }>(
    tx,
    'select seller_order_id as id, action, at from orders.escalation where seller_order_id = any($1::uuid[]) order by at, action',
    [sellerOrderIds],
  );
  const steps = new Map<string, TakenStep[]>();
  for (const { id, action, at } of rows) steps.set(id, [...(steps.get(id) ?? []), { action, at: at.toISOString() }]);
  return steps;
}

/** SQL of the instant at which an order placed at `placedAt` is cancelled by itself when nobody answers; null where no step says so. */
export function answerBySql(placedAt: string): string {
  return `(select ${placedAt} + step.after_minutes * interval '1 minute' from orders.escalation_step step
     where step.action = 'cancellation' and step.valid_from <= (${placedAt} at time zone 'Asia/Ho_Chi_Minh')::date
       and (step.valid_to is null or step.valid_to > (${placedAt} at time zone 'Asia/Ho_Chi_Minh')::date)
     order by step.valid_from desc limit 1)`;
}

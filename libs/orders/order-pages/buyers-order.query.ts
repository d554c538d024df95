import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { hashOf } from '../checkout/order-number.js';

/**
 * The order a buyer opens by the key of its link or by the account that ordered.
 * @throws Problem `not-found`, alike for a wrong number, a wrong key and another's order
 */
export async function buyersOrder(tx: Tx, actor: Actor | null, number: string, key: string | undefined): Promise<{ id: string }> {
  const [order] = await sql<{ id: string }>(
    tx,
    'select id from orders."order" where number = $1 and (access_key_hash = $2 or account_id = $3::uuid)',
    [number, hashOf(key ?? ''), actor?.accountId ?? null],
  );
  if (!order) throw platformProblem('not-found');
  return order;
}

import { sql, platformProblem, type Actor, type Tx } from '@choxa/platform';
import { ProductEntity } from './product.entity.js';

/** The actor's own product, locked until the transaction ends: everything that changes a product takes this lock first. Throws `not-found`. */
export async function lockOwnProduct(tx: Tx, actor: Actor, productId: string): Promise<ProductEntity> {
  const product = await tx
    .createQueryBuilder(ProductEntity, 'product')
    .where('product.id = :productId and product.householdId = any(:own)', { productId, own: actor.scope('household', 'household') })
    .setLock('pessimistic_write')
    .getOne();
  if (!product) throw platformProblem('not-found');
  return product;
}

/** The product of a pack or picture of the actor's own, locked. Throws `not-found`. */
export async function lockOwnProductOf(tx: Tx, actor: Actor, table: 'pack' | 'image', id: string): Promise<ProductEntity> {
  const [row] = await sql<{ product_id: string }>(tx, `select product_id from catalogue.${table} where id = $1`, [id]);
  if (!row) throw platformProblem('not-found');
  return lockOwnProduct(tx, actor, row.product_id);
}

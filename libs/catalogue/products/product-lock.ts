import { sql, platformProblem, type Actor, type Tx } from '@choxa/platform';
import { ProductEntity } from './product.entity.js';

/** The actor's own product, locked until the transaction ends: everything that changes a product takes this lock first. Null where there is none. */
export async function findOwnProduct(tx: Tx, actor: Actor, productId: string): Promise<ProductEntity | null> {
  return tx
    .createQueryBuilder(ProductEntity, 'product')
    .where('product.id = :productId and product.householdId = any(:own)', { productId, own: actor.scope('household', 'household') })
    .setLock('pessimistic_write')
    .getOne();
}

/** As `findOwnProduct`. `seen`: the revision the change was made on. Throws `not-found`; `request.outdated` when the product is another by now. */
export async function lockOwnProduct(tx: Tx, actor: Actor, productId: string, seen: number | null = null): Promise<ProductEntity> {
  const product = await findOwnProduct(tx, actor, productId);
  if (!product) throw platformProblem('not-found');
  if (seen !== null && seen !== product.revision) throw platformProblem('request.outdated');
  return product;
}

/** The product of a pack or picture of the actor's own, locked. Throws as `lockOwnProduct`. */
export async function lockOwnProductOf(
  tx: Tx,
  actor: Actor,
  table: 'pack' | 'image',
  id: string,
  seen: number | null = null,
): Promise<ProductEntity> {
  const [row] = await sql<{ product_id: string }>(tx, `select product_id from catalogue.${table} where id = $1`, [id]);
  if (!row) throw platformProblem('not-found');
  return lockOwnProduct(tx, actor, row.product_id, seen);
}

import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { RecognitionEntity } from './recognition.entity.js';

/** Provinces an official works for; `null`: the whole nation. */
export function officialProvinces(actor: Actor): string[] | null {
  return actor.scope('nation', 'official').length ? null : actor.scope('province', 'official');
}

/** Locks a product of the official's own area. Throws `not-found`. */
export async function lockProductOfArea(tx: Tx, actor: Actor, productId: string): Promise<void> {
  const [product] = await sql(
    tx,
    `select product.id from catalogue.product
      where product.id = $1
        and exists (select from catalogue.listing where product_id = product.id and ($2::text[] is null or province_code = any($2)))
        for update`,
    [productId, officialProvinces(actor)],
  );
  if (!product) throw platformProblem('not-found');
}

/** A recognition of a product of the official's own area, the product locked. Throws `not-found`. */
export async function lockRecognitionOfArea(tx: Tx, actor: Actor, id: string): Promise<RecognitionEntity> {
  const asked = await tx.findOneBy(RecognitionEntity, { id });
  if (!asked) throw platformProblem('not-found');
  await lockProductOfArea(tx, actor, asked.productId);
  return tx.findOneByOrFail(RecognitionEntity, { id });
}

import { Injectable } from '@nestjs/common';
import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';

/** A pack as its own household's other use cases need it. */
export interface OwnPack {
  packId: string;
  productId: string;
  householdId: string;
  productName: string;
  setCode: string;
}

/** Finds packs and products of the actor's own; another's are not found. For the libs that build on the catalogue. */
@Injectable()
export class OwnPacks {
  /** Throws `not-found`. */
  async require(tx: Tx, actor: Actor, packId: string): Promise<OwnPack> {
    const [pack] = await sql<OwnPack>(
      tx,
      `select pack.id as "packId", product.id as "productId", product.household_id as "householdId", product.name as "productName",
              product.set_code as "setCode"
         from catalogue.pack join catalogue.product on product.id = pack.product_id
        where pack.id = $1 and product.household_id::text = any($2)`,
      [packId, actor.scope('household', 'household')],
    );
    if (!pack) throw platformProblem('not-found');
    return pack;
  }

  /** The product and its packs in order. Throws `not-found`. */
  async requireProduct(
    tx: Tx,
    actor: Actor,
    productId: string,
  ): Promise<{ productId: string; householdId: string; name: string; setCode: string; packIds: string[] }> {
    const [product] = await sql<{ productId: string; householdId: string; name: string; setCode: string; packIds: string[] }>(
      tx,
      `select id as "productId", household_id as "householdId", name, set_code as "setCode",
              array(select pack.id::text from catalogue.pack where product_id = product.id order by position, id) as "packIds"
         from catalogue.product where id = $1 and household_id::text = any($2)`,
      [productId, actor.scope('household', 'household')],
    );
    if (!product) throw platformProblem('not-found');
    return product;
  }
}

import { randomBytes } from 'node:crypto';
import { spellingKey } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { slugOf } from './product-facts.js';
import { ProductEntity } from './product.entity.js';

/** Writes a new product under an address of its own: the name's, with a short suffix where that is taken. Null where its id is taken. */
export async function insertProduct(
  tx: Tx,
  product: Omit<ProductEntity, 'slug' | 'nameKey' | 'publishWhenApproved' | 'takenDownAt' | 'rating'>,
): Promise<ProductEntity | null> {
  const plain = slugOf(product.name);
  const nameKey = spellingKey(product.name);
  for (let slug = plain; ; slug = `${plain}-${randomBytes(3).toString('hex')}`) {
    const [row] = await sql(tx, INSERT, [
      product.id,
      product.householdId,
      slug,
      product.name,
      nameKey,
      product.importKey,
      product.setScheme,
      product.setCode,
      product.description,
      product.brandName,
      product.brandOwner,
      product.brandLicence,
      product.standards,
      product.shelfLifeDays,
      product.storageAdvice,
      product.allergens,
      product.licenceNumber,
      product.state,
      product.revision,
      product.publishedAt,
      product.createdAt,
      product.updatedAt,
    ]);
    if (row) return { ...product, slug, nameKey, publishWhenApproved: false, takenDownAt: null, rating: null };
    if (await tx.existsBy(ProductEntity, { id: product.id })) return null;
  }
}

const INSERT = `
  insert into catalogue.product (id, household_id, slug, name, name_key, import_key, set_scheme, set_code, description, brand_name, brand_owner,
    brand_licence, standards, shelf_life_days, storage_advice, allergens, licence_number, state, revision, published_at, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
  on conflict do nothing returning id`;

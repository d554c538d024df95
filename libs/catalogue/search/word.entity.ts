import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';

/**
 * A folded word that occurs in some listing: what a mistyped word may have been meant to be. Kept with the product that brought it, so that two
 * transactions that bring the same new word do not wait for each other; the few words that are there twice do no harm.
 */
@Entity({ schema: 'catalogue', name: 'word' })
export class WordEntity {
  @PrimaryColumn('text')
  word: string;

  @ForeignKey(() => ProductEntity, { name: 'word_product_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;
}

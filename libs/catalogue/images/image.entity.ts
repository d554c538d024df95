import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';

/** One picture of a product, as we re-encoded it. The files lie in storage in three sizes under its key. */
@Entity({ schema: 'catalogue', name: 'image' })
@Unique('image_of_product', ['productId', 'key'])
@Check('image_size', 'width > 0 and height > 0')
@Index('image_product', ['productId', 'position', 'id'])
export class ImageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ProductEntity, { name: 'image_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  /** 32 hex digits, from product and content: the same picture uploaded twice is one. */
  @Column('text')
  key: string;

  @Column('int')
  position: number;

  /** Pixels of the page size. */
  @Column('int')
  width: number;

  @Column('int')
  height: number;

  /** What is to be seen, in the household's words; empty: the product's name says it. */
  @Column('text', { default: '' })
  alt: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

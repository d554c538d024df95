import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';
import type { NetContentUnit } from './net-content.rules.js';

/** One sellable trade item of a product (GS1: trade item): net content, price, weight. How many are there is known to `orders`. */
@Entity({ schema: 'catalogue', name: 'pack' })
@Check('pack_net_content', '(net_content_value is null) = (net_content_unit is null) and net_content_value > 0')
@Check('pack_price', 'price_vnd > 0')
@Check('pack_weight', 'weight_grams > 0')
@Check('pack_size', 'length_mm > 0 and width_mm > 0 and height_mm > 0')
@Index('pack_product', ['productId', 'position'])
export class PackEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ProductEntity, { name: 'pack_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('int', { default: 0 })
  position: number;

  /** Null in an imported draft that did not say. */
  @Column('numeric', { name: 'net_content_value', precision: 12, scale: 3, nullable: true })
  netContentValue: string | null;

  @Column('text', { name: 'net_content_unit', nullable: true })
  netContentUnit: NetContentUnit | null;

  /** Null in a draft that has no price yet. */
  @Column('bigint', { name: 'price_vnd', nullable: true })
  priceVnd: number | null;

  /** With its wrapping; the basis of the postage quote. The post weighs again at acceptance. */
  @Column('int', { name: 'weight_grams' })
  weightGrams: number;

  /** Outside measures when packed, for postage by volume; null where nobody measured. */
  @Column('int', { name: 'length_mm', nullable: true })
  lengthMm: number | null;

  @Column('int', { name: 'width_mm', nullable: true })
  widthMm: number | null;

  @Column('int', { name: 'height_mm', nullable: true })
  heightMm: number | null;

  /** Set when the household no longer sells it. Its orders, barcode and lots stay. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProductEntity } from './product.entity.js';

/** From this moment on a product stands in the shop, or does no longer: paused, taken down, its household gone. Never changed. */
@Entity({ schema: 'catalogue', name: 'product_display' })
export class ProductDisplayEntity {
  @ForeignKey(() => ProductEntity, { name: 'product_display_product', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;

  @PrimaryColumn('timestamptz')
  at: Date;

  @Column('boolean', { name: 'on_sale' })
  onSale: boolean;

  @Column('uuid', { name: 'household_id' })
  householdId: string;
}

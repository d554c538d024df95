import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** From this moment on a product stood in the shop, or stood there no longer. */
@Entity({ schema: 'audit', name: 'product_display' })
@Index('product_display_household', ['householdId'])
export class ProductDisplayEntity {
  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;

  @PrimaryColumn('timestamptz')
  at: Date;

  @Column('boolean', { name: 'on_sale' })
  onSale: boolean;

  @Column('uuid', { name: 'household_id' })
  householdId: string;
}

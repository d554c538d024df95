import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'orders', name: 'cart_line' })
@Check('cart_line_quantity', 'quantity between 1 and 999')
export class CartLineEntity {
  @PrimaryColumn('uuid', { name: 'cart_id' })
  cartId: string;

  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @Column('int')
  quantity: number;

  /** The price when it was put in, only to say that it has changed since. */
  @Column('bigint', { name: 'seen_price_vnd' })
  seenPriceVnd: number;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}

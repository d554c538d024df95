import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a shopper means to buy. Its id is the secret in the shopper's cookie; it holds no price that counts. */
@Entity({ schema: 'orders', name: 'cart' })
export class CartEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('cart_updated_at')
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

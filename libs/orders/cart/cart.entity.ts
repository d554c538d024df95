import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a shopper means to buy; it holds no price that counts. A guest's is found by its id, the secret in the shopper's cookie; an account's
 * only by the account.
 */
@Entity({ schema: 'orders', name: 'cart' })
export class CartEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('cart_account', { unique: true })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** E.164. The phone whose code was entered while checking out of this cart. */
  @Index('cart_verified_phone')
  @Column('text', { name: 'verified_phone', nullable: true })
  verifiedPhone: string | null;

  @Index('cart_updated_at')
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

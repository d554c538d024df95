import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One checkout of a shopper. Prices, names and the address stand as they were at that moment. */
@Entity({ schema: 'orders', name: 'order' })
@Unique('order_number', ['number'])
@Check('order_total', 'total_vnd = goods_vnd + postage_vnd')
export class OrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** What the shopper reads out on the telephone, e.g. `CX7K3M9QPA`. */
  @Column('text')
  number: string;

  /** SHA-256 of the key in the buyer's link; a guest has no other right to the order. */
  @Column('text', { name: 'access_key_hash' })
  accessKeyHash: string;

  @Index('order_account')
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'recipient_name' })
  recipientName: string;

  /** E.164. */
  @Column('text')
  phone: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('text')
  street: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'payment_method' })
  paymentMethod: string;

  @Column('bigint', { name: 'goods_vnd' })
  goodsVnd: number;

  @Column('bigint', { name: 'postage_vnd' })
  postageVnd: number;

  @Column('bigint', { name: 'total_vnd' })
  totalVnd: number;

  @Index('order_placed_at')
  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;
}

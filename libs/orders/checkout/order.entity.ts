import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One checkout of a shopper. Prices, names and the address stand as they were at that moment. */
@Entity({ schema: 'orders', name: 'order' })
@Unique('order_number', ['number'])
@Check('order_total', 'total_vnd = goods_vnd + postage_vnd')
@Check('order_office', '(office_code is null) = (office_name is null)')
@Check('order_digital_address', `digital_address ~ '^[0-9]{5}[0-9A-Z]{7}$'`)
@Check('order_point', '(latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180')
@Index('order_phone', ['phone', 'placedAt'])
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

  /** The post office whose counter keeps it for the recipient; null when it is brought to the address. */
  @Column('text', { name: 'office_code', nullable: true })
  officeCode: string | null;

  @Column('text', { name: 'office_name', nullable: true })
  officeName: string | null;

  /** No price on anything that goes with the goods. */
  @Column('boolean', { default: false })
  gift: boolean;

  /** Twelve characters, the first five a postcode; opaque to us. */
  @Column('text', { name: 'digital_address', nullable: true })
  digitalAddress: string | null;

  /** Degrees, as the recipient's phone or the buyer said. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { name: 'payment_method' })
  paymentMethod: string;

  @Column('bigint', { name: 'goods_vnd' })
  goodsVnd: number;

  @Column('bigint', { name: 'postage_vnd' })
  postageVnd: number;

  @Column('bigint', { name: 'total_vnd' })
  totalVnd: number;

  /**
   * Pseudonyms of the buyer, by which officials tell a household that buys from itself. They stay when the buyer's data are deleted: figures
   * must not change. Null where there was none, and of orders placed before they were kept.
   */
  @Column('text', { name: 'buyer_account_hash', nullable: true })
  buyerAccountHash: string | null;

  @Column('text', { name: 'buyer_phone_hash', nullable: true })
  buyerPhoneHash: string | null;

  @Column('text', { name: 'buyer_address_hash', nullable: true })
  buyerAddressHash: string | null;

  @Column('text', { name: 'buyer_device_hash', nullable: true })
  buyerDeviceHash: string | null;

  @Index('order_placed_at')
  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LinkKind } from './household-link.entity.js';
import type { TradedLabel } from './traded-label.rules.js';

/**
 * One delivered order line with the label its pack had when it was ordered: what "traded" is counted from. Written once and never edited,
 * but for the day it was returned and for what comes to be known of a buyer that is the household itself. Names and codes of places stay as they were.
 */
@Entity({ schema: 'audit', name: 'traded_line' })
@Index('traded_line_delivered', ['deliveredAt', 'lineId'])
@Index('traded_line_failing', ['deliveredAt', 'lineId'], { where: 'not compliant' })
@Index('traded_line_province', ['provinceCode', 'deliveredAt', 'lineId'])
@Index('traded_line_seller_order', ['sellerOrderId'])
@Index('traded_line_product', ['productId', 'deliveredAt'])
@Index('traded_line_household', ['householdId', 'deliveredAt'])
@Check('traded_line_self_dealing', `self_dealing <@ array['account', 'phone', 'address', 'device']`)
@Check('traded_line_quantity', 'quantity > 0')
@Check('traded_line_amount', 'amount_vnd >= 0')
@Check('traded_line_compliant', `compliant = (label ->> 'compliant')::boolean`)
@Check('traded_line_barcode_kind', `barcode_kind in ('gtin', 'internal')`)
export class TradedLineEntity {
  @PrimaryColumn('uuid', { name: 'line_id' })
  lineId: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text', { name: 'product_name' })
  productName: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'household_name' })
  householdName: string;

  /** Place of the selling household. */
  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  /** Product set; `service` ones (set 26) stay outside the labelled share. */
  @Column('text', { name: 'set_code' })
  setCode: string;

  @Column('boolean')
  service: boolean;

  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt: Date;

  @Column('int')
  quantity: number;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  /** The label rule's result, copied at order time: the evidence of every column below. */
  @Column('jsonb')
  label: TradedLabel;

  @Column('boolean')
  compliant: boolean;

  @Column('boolean', { name: 'brand_ok' })
  brandOk: boolean;

  @Column('boolean', { name: 'barcode_ok' })
  barcodeOk: boolean;

  @Column('boolean', { name: 'origin_ok' })
  originOk: boolean;

  /** Null without a barcode. */
  @Column('text', { name: 'barcode_kind', nullable: true })
  barcodeKind: 'gtin' | 'internal' | null;

  /** A post clerk scanned the pack when the parcel was handed over and found the code of its label. */
  @Column('boolean', { name: 'checked_by_person' })
  checkedByPerson: boolean;

  /** Handed over at the buyer's address or shared letter box; null where the post's place was not told. */
  @Column('boolean', { name: 'to_address', nullable: true })
  toAddress: boolean | null;

  /** Pseudonyms of the buyer; never leave this lib. */
  @Column('text', { name: 'buyer_account_hash', nullable: true })
  buyerAccountHash: string | null;

  @Column('text', { name: 'buyer_phone_hash' })
  buyerPhoneHash: string;

  @Column('text', { name: 'buyer_address_hash', nullable: true })
  buyerAddressHash: string | null;

  @Column('text', { name: 'buyer_device_hash', nullable: true })
  buyerDeviceHash: string | null;

  /** What links the buyer with the selling household, sorted; empty for a sale to somebody else. Net figures leave out the others. */
  @Column('text', { name: 'self_dealing', array: true, default: () => "'{}'" })
  selfDealing: LinkKind[];

  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt: Date | null;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a pack stood in the shop from `at` to `until`: on sale or not, with a complete label or not, where, and under which set. */
@Entity({ schema: 'audit', name: 'pack_offer' })
@Check('pack_offer_until', 'until > at')
@Index('pack_offer_product', ['productId'])
export class PackOfferEntity {
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @PrimaryColumn('timestamptz')
  at: Date;

  /** When it was told to stand otherwise; null while it does not. */
  @Column('timestamptz', { nullable: true })
  until: Date | null;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'set_code' })
  setCode: string;

  /** By the list of sets of the day it was told. */
  @Column('boolean')
  service: boolean;

  @Column('boolean', { name: 'on_sale' })
  onSale: boolean;

  @Column('boolean')
  labelled: boolean;
}

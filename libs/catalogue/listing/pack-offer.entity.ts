import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** From this moment on a pack stood in the shop like this: officials count what was on sale, and with which label. Only added to. */
@Entity({ schema: 'catalogue', name: 'pack_offer' })
@Check('pack_offer_labelled', 'on_sale or not labelled')
export class PackOfferEntity {
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @PrimaryColumn('timestamptz')
  at: Date;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'set_code' })
  setCode: string;

  @Column('boolean', { name: 'on_sale' })
  onSale: boolean;

  /** Its label was complete while it was on sale. */
  @Column('boolean')
  labelled: boolean;
}

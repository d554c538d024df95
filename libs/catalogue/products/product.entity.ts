import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Rating } from '../reviews/review.rules.js';

/** Draft until everything a buyer must see is there; paused by its household. */
export const PRODUCT_STATES = ['draft', 'published', 'paused'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

/** Whose brand it is: the seller's own, or used under a licence that is on file. */
export const BRAND_OWNERS = ['seller', 'licence'] as const;
export type BrandOwner = (typeof BRAND_OWNERS)[number];

/** What OCOP recognises and a page shows ("Cà phê Arabica Cầu Đất"). It is sold as packs. */
@Entity({ schema: 'catalogue', name: 'product' })
@Check('product_state', `state in ('draft', 'published', 'paused')`)
@Check('product_told', `state = 'draft' or (name <> '' and set_code <> '')`)
@Check('product_published', `state = 'draft' or published_at is not null`)
@Check('product_publish_when_approved', `not publish_when_approved or state <> 'published'`)
@Check('product_brand_owner', `brand_owner in ('seller', 'licence')`)
@Check('product_shelf_life', `shelf_life_days > 0`)
@Unique('product_slug', ['slug'])
@Unique('product_import_key', ['householdId', 'importKey'])
@Index('product_household', ['householdId', 'createdAt', 'id'])
@Index('product_name_key', ['householdId', 'nameKey'])
export class ProductEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** Its address on the web: made from the first name it is given, never changed after. */
  @Column('text')
  slug: string;

  /** Empty in a draft that has none yet. */
  @Column('text')
  name: string;

  /** `spellingKey` of the name. */
  @Column('text', { name: 'name_key' })
  nameKey: string;

  /** `spellingKey` of the name it was imported under, whatever it is called now: importing again finds it. */
  @Column('text', { name: 'import_key', nullable: true })
  importKey: string | null;

  @Column('text', { name: 'set_scheme' })
  setScheme: string;

  /** Empty in a draft that has none yet. */
  @Column('text', { name: 'set_code' })
  setCode: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { name: 'brand_name', nullable: true })
  brandName: string | null;

  @Column('text', { name: 'brand_owner', nullable: true })
  brandOwner: BrandOwner | null;

  /** Number of the document that lets the seller use another's brand. */
  @Column('text', { name: 'brand_licence', nullable: true })
  brandLicence: string | null;

  /** Standards declared by the producer, as text ("TCVN 5251:2015"). */
  @Column('text', { nullable: true })
  standards: string | null;

  @Column('int', { name: 'shelf_life_days', nullable: true })
  shelfLifeDays: number | null;

  /** How to keep it, in the producer's words. */
  @Column('text', { name: 'storage_advice', nullable: true })
  storageAdvice: string | null;

  /** Codes of the allergens in it (`ALLERGENS` of standards), in their order. Empty: none, the household says; null: it has not said. */
  @Column('text', { array: true, nullable: true })
  allergens: string[] | null;

  /** Number of the licence on file: sets 14, 15 and 18 may not be sold without one. */
  @Column('text', { name: 'licence_number', nullable: true })
  licenceNumber: string | null;

  @Column('text')
  state: ProductState;

  /** Whole, and to go on sale by itself when its household is approved. */
  @Column('boolean', { name: 'publish_when_approved', default: false })
  publishWhenApproved: boolean;

  /** Counts the household's changes of the product, its packs and pictures: its entity tag. Stock, orders and the label do not count. */
  @Column('int', { default: 0 })
  revision: number;

  /** What its reviews come to, kept by whoever changes one; null where nobody has written. */
  @Column('jsonb', { nullable: true })
  rating: Rating | null;

  /** First publication; kept through pauses. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** Set while an authority's request keeps it from being seen and sold (`takedown`), whatever its own state is. */
  @Column('timestamptz', { name: 'taken_down_at', nullable: true })
  takenDownAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

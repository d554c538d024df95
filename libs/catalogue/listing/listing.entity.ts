import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LabelPanel } from './label-panel.js';

/**
 * One row per pack with everything lists, search and the cart show: a copy, made anew whenever the product, its household or its label
 * changes (`Listings`). Search reads `words`, or the trigrams of `name_folded`; ranking reads `exact`, `name_folded` and `marks`.
 */
@Entity({ schema: 'catalogue', name: 'listing' })
@Check('listing_on_hand', 'on_hand >= 0')
@Check('listing_stars', '(stars is null) = (stars_until is null)')
@Check('listing_priced', 'not published or (price_vnd is not null and published_at is not null and commune_code is not null)')
@Index('listing_product', ['productId'])
@Index('listing_household', ['householdId'])
@Index('listing_words', { synchronize: false })
@Index('listing_likeness', { synchronize: false })
@Index('listing_by_price', { synchronize: false })
@Index('listing_by_time', { synchronize: false })
@Index('listing_by_popularity', { synchronize: false })
@Index('listing_by_name', { synchronize: false })
@Index('listing_set_price', { synchronize: false })
@Index('listing_set_time', { synchronize: false })
@Index('listing_set_popularity', { synchronize: false })
@Index('listing_set_name', { synchronize: false })
@Index('listing_province', { synchronize: false })
@Index('listing_facets', { synchronize: false })
@Index('listing_name_start', { synchronize: false })
@Index('listing_barcode', { synchronize: false })
@Index('listing_shop', { synchronize: false })
export class ListingEntity {
  @PrimaryColumn('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** On sale: the product is published, its household approved, with a licence where the set needs one, and nobody has stopped the pack's sale. */
  @Column('boolean')
  published: boolean;

  @Column('boolean', { default: false })
  labelled: boolean;

  /** Copy of `orders.stock`; not in any index, so that a sale rewrites nothing else. */
  @Column('int', { name: 'on_hand', default: 0 })
  onHand: number;

  @Column('int', { nullable: true })
  stars: number | null;

  /** Last day on which the stars may be shown; compared with today at every read. */
  @Column('date', { name: 'stars_until', nullable: true })
  starsUntil: string | null;

  /** Units sold. */
  @Column('int', { default: 0 })
  popularity: number;

  @Column('bigint', { name: 'price_vnd', nullable: true })
  priceVnd: number | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('int', { name: 'weight_grams' })
  weightGrams: number;

  @Column('text', { name: 'set_code' })
  setCode: string;

  /** Null while the household has no place yet; it cannot sell then. */
  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'commune_name', nullable: true })
  communeName: string | null;

  /** Months in which it is harvested, bit 0 for January; 0 where nothing is known. */
  @Column('int', { name: 'season_months', default: 0 })
  seasonMonths: number;

  /** ` ca phe arabica `: the name's folded words, with a space at both ends. */
  @Column('text', { name: 'name_folded' })
  nameFolded: string;

  /** The name's words with their accents, each in one spelling, with a space at both ends. */
  @Column('text')
  exact: string;

  /** What else it is found by (`markOf`), with a space at both ends: groups of synonyms, areas, stars. */
  @Column('text', { default: '' })
  marks: string;

  /** Folded words of name, brand, household, producer, commune and province, and the marks. */
  @Column('tsvector')
  words: string;

  @Column('text')
  name: string;

  @Column('text')
  slug: string;

  @Column('text', { name: 'household_name' })
  householdName: string;

  @Column('text', { name: 'household_slug' })
  householdSlug: string;

  @Column('text', { name: 'province_name', nullable: true })
  provinceName: string | null;

  @Column('text', { name: 'net_content' })
  netContent: string;

  @Column('text', { name: 'brand_name', nullable: true })
  brandName: string | null;

  @Column('text', { name: 'image_key', nullable: true })
  imageKey: string | null;

  /** The list item as JSON text without its closing brace: stars and stock are added at the moment of reading. */
  @Column('text')
  card: string;

  /** What the product page says about the seller, with the days of its closure: whether it is closed is found out at every read. */
  @Column('jsonb')
  seller: object;

  @Column('jsonb')
  label: LabelPanel;

  /** `LISTING_SHAPE` when the row was made. */
  @Column('int', { default: 0 })
  shape: number;
}

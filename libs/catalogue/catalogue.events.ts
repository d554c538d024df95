import { defineEvent } from '@choxa/platform';

export interface ProductChangedV1 {
  productId: string;
}

/** Something a page or a label shows about a product has changed: name, set, brand, pictures, packs, state, recognition. */
export const ProductChanged = defineEvent<ProductChangedV1>('catalogue.product-changed.v1');

export interface ProductPublishedV1 {
  productId: string;
  householdId: string;
  /** RFC 3339 instant. */
  at: string;
}

/** A product went on sale, for the first time or again after a pause or takedown. */
export const ProductPublished = defineEvent<ProductPublishedV1>('catalogue.product-published.v1');

export type ProductWithdrawnV1 = ProductPublishedV1;

/** A product left the shop: paused by its household, taken down, or its household is gone. */
export const ProductWithdrawn = defineEvent<ProductWithdrawnV1>('catalogue.product-withdrawn.v1');

/** How a pack stood in the shop from a moment on. What is off sale keeps the place and set it was last sold under. */
export interface PackOfferedV1 {
  packId: string;
  productId: string;
  householdId: string;
  /** Of the household; a pack on sale has a place. */
  provinceCode: string | null;
  communeCode: string | null;
  setCode: string;
  onSale: boolean;
  /** On sale, and its label was complete: brand, barcode and origin. */
  labelled: boolean;
  /** RFC 3339 instant. */
  at: string;
}

/** A pack came on sale or left it, or on sale its label became complete or incomplete, or its set or place changed. */
export const PackOffered = defineEvent<PackOfferedV1>('catalogue.pack-offered.v1');

/** What officials have agreed on about a product's recognition. The one with the latest `at` holds. */
export interface RecognitionSettledV1 {
  recognitionId: string;
  productId: string;
  householdId: string;
  stars: number;
  /** Local days, `YYYY-MM-DD`: that of the decision, the last one it holds on, and that of its revocation. */
  validFrom: string;
  validTo: string;
  revokedOn: string | null;
  /** RFC 3339 instant. */
  at: string;
}

/** A recognition was confirmed by a second official, or a confirmed one was corrected or revoked by two. */
export const RecognitionSettled = defineEvent<RecognitionSettledV1>('catalogue.recognition-settled.v1');

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

/** A product went on sale, for the first time or again after a pause. */
export const ProductPublished = defineEvent<ProductPublishedV1>('catalogue.product-published.v1');

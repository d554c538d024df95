import type { NetContentUnit } from '@choxa/catalogue';

/** How complete a demo product's label is, so that the official's page shows every kind of gap. */
export type LabelCare = 'full' | 'no-lot' | 'no-barcode' | 'no-brand' | 'bare';

/** A realistic, invented product. */
export interface DemoGood {
  household: string;
  set: string;
  name: string;
  content: [number, NetContentUnit];
  priceVnd: number;
  /** With its packing, for postage. */
  weightGrams: number;
  description: string;
  stars?: 3 | 4 | 5;
  label?: LabelCare;
  barcode?: 'gtin' | 'internal';
  shelfLifeDays?: number;
  brand?: string;
  /** Further packs: content and price. */
  more?: [value: number, unit: NetContentUnit, priceVnd: number][];
  /** Codes of allergens; food that names none says there are none, unless its label is bare. */
  allergens?: string[];
  storage?: string;
}

/** What a product of these sets declares unless its row says otherwise. */
export const DEMO_STANDARD = 'TCCS 01:2025';

/** The product an authority has taken down, so that both desks have one to show. */
export const DEMO_TAKEN_DOWN = 'Dâu tằm ngâm đường phèn';

/** Out of stock, so that page and card of such a product can be seen. */
export const DEMO_SOLD_OUT = 'Mai vàng bonsai mini';

import type { PackOfferedV1 } from '../catalogue.events.js';

/** The fact as the database gives it. */
export type OfferRow = Omit<PackOfferedV1, 'at'> & { at: Date };

/** SQL: the columns of `catalogue.pack_offer` by the names of the fact. */
export const OFFER_COLUMNS = `pack_id as "packId", product_id as "productId", household_id as "householdId", province_code as "provinceCode",
  commune_code as "communeCode", set_code as "setCode", on_sale as "onSale", labelled, at`;

export function toOffer({ at, ...fact }: OfferRow): PackOfferedV1 {
  return { ...fact, at: at.toISOString() };
}

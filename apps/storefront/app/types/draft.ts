import type { Problem } from '~/types/api';

/** What a household typed about a product, as it was typed. Empty texts are not answered yet. */
export interface DraftFields {
  name: string;
  /** Chosen by hand; empty: what the name tells. */
  setCode: string;
  price: string;
  /** Net content chosen or typed by hand; empty: the usual one of the set. */
  content: string;
  unit: string;
  stock: string;
}

/** `open`: being typed. `waiting`: finished, not sent yet. `refused`: the server said no, a person has to look at it. */
export type DraftState = 'open' | 'waiting' | 'sending' | 'sent' | 'refused';

/** All of a draft but its photo: plain text and numbers. */
export interface DraftTexts {
  /** UUID made here; the product's id too, so that sending twice makes one product. */
  id: string;
  /** Whose draft it is: another account on the same phone does not see it. */
  accountId: string;
  householdId: string;
  /** The product it was copied from, and that product's picture. */
  copyOf: { id: string; pictureUrl: string | null } | null;
  fields: DraftFields;
  state: DraftState;
  /** Whether sending was tried: then the server may know it already. */
  tried: boolean;
  /** Why the server refused it. */
  problem: Problem | null;
  /** Milliseconds since 1970 by this device's clock: only their order counts. */
  createdAt: number;
}

/** A product that is being listed on this device. It lives in IndexedDB until the server has all of it. */
export interface ProductDraft extends DraftTexts {
  photo: Blob | null;
}

import { ALLERGEN_CODES, slugify, spellingKey } from '@choxa/standards';
import type { BrandOwner, ProductEntity } from './product.entity.js';

/** What a household says about its product. Absent: stays. Null or empty: cleared, where it may be. */
export interface ProductFactsInput {
  name?: string | null;
  setCode?: string | null;
  description?: string | null;
  brandName?: string | null;
  /** The seller's own brand unless told. */
  brandOwner?: BrandOwner | null;
  brandLicence?: string | null;
  standards?: string | null;
  shelfLifeDays?: number | null;
  storageAdvice?: string | null;
  /** Codes; empty: there are none. */
  allergens?: readonly string[] | null;
  licenceNumber?: string | null;
}

/** The part of a product that its household writes; a copy takes it over as it is. */
export type ProductFacts = Pick<
  ProductEntity,
  | 'name'
  | 'setCode'
  | 'description'
  | 'brandName'
  | 'brandOwner'
  | 'brandLicence'
  | 'standards'
  | 'shelfLifeDays'
  | 'storageAdvice'
  | 'allergens'
  | 'licenceNumber'
>;

/** What a product says of which nothing was told yet. */
export const NO_FACTS: ProductFacts = {
  name: '',
  setCode: '',
  description: '',
  brandName: null,
  brandOwner: null,
  brandLicence: null,
  standards: null,
  shelfLifeDays: null,
  storageAdvice: null,
  allergens: null,
  licenceNumber: null,
};

/** The facts after `input`. A name or set, once told, is replaced but never cleared. */
export function changedFacts(facts: ProductFacts, input: ProductFactsInput): ProductFacts {
  const { description, brandOwner, brandLicence, standards, shelfLifeDays, licenceNumber } = input;
  const brandName = input.brandName === undefined ? facts.brandName : input.brandName || null;
  return {
    name: input.name || facts.name,
    setCode: input.setCode || facts.setCode,
    description: description === undefined ? facts.description : (description ?? ''),
    brandName,
    // A brand nobody said more about is the seller's own.
    brandOwner: brandName ? (brandOwner ?? facts.brandOwner ?? 'seller') : null,
    brandLicence: brandLicence === undefined ? facts.brandLicence : brandLicence || null,
    standards: standards === undefined ? facts.standards : standards || null,
    shelfLifeDays: shelfLifeDays === undefined ? facts.shelfLifeDays : shelfLifeDays,
    storageAdvice: input.storageAdvice === undefined ? facts.storageAdvice : input.storageAdvice || null,
    allergens: input.allergens === undefined ? facts.allergens : inListOrder(input.allergens),
    licenceNumber: licenceNumber === undefined ? facts.licenceNumber : licenceNumber || null,
  };
}

function inListOrder(codes: readonly string[] | null): string[] | null {
  return codes && ALLERGEN_CODES.filter((code) => codes.includes(code));
}

/** The facts of a product, without the rest of it. */
export function factsOf(product: ProductEntity): ProductFacts {
  const { name, setCode, description, brandName, brandOwner, brandLicence } = product;
  const { standards, shelfLifeDays, storageAdvice, allergens, licenceNumber } = product;
  return {
    name,
    setCode,
    description,
    brandName,
    brandOwner,
    brandLicence,
    standards,
    shelfLifeDays,
    storageAdvice,
    allergens,
    licenceNumber,
  };
}

/**
 * A product after its household changed what it says. A draft that gets its first name gets its address with it.
 */
export function changedProduct(product: ProductEntity, input: ProductFactsInput): ProductEntity {
  const facts = changedFacts(product, input);
  const slug = product.name || !facts.name ? product.slug : draftSlug({ id: product.id, name: facts.name });
  return { ...product, ...facts, slug, nameKey: spellingKey(facts.name) };
}

/** The address of a product whose name's plain address may be taken: with eight signs of its id. */
export function draftSlug({ id, name }: { id: string; name: string }): string {
  return `${slugOf(name)}-${id.slice(0, 8)}`;
}

const LONGEST_SLUG = 80;

/** The plain address of a name. */
export function slugOf(name: string): string {
  return slugify(name, LONGEST_SLUG) || 'san-pham';
}

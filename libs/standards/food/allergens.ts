/** A group of food to which people react; the code is ours, the group that of the list it stands in. */
export interface Allergen {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A list of groups that food is declared by, while it holds. A new list is one row more. */
export interface AllergenList {
  readonly basis: string;
  readonly validFrom: string;
  /** First day on which the row no longer holds; null while it does. */
  readonly validTo: string | null;
  readonly groups: readonly Allergen[];
}

const EIGHT: readonly Allergen[] = [
  { code: 'gluten', vi: 'Lúa mì, lúa mạch, yến mạch (gluten)', en: 'Cereals with gluten' },
  { code: 'crustacean', vi: 'Tôm, cua, ghẹ', en: 'Crustaceans' },
  { code: 'egg', vi: 'Trứng', en: 'Eggs' },
  { code: 'fish', vi: 'Cá', en: 'Fish' },
  { code: 'peanut', vi: 'Lạc (đậu phộng)', en: 'Peanuts' },
  { code: 'soy', vi: 'Đậu nành', en: 'Soybeans' },
  { code: 'milk', vi: 'Sữa', en: 'Milk' },
  { code: 'nut', vi: 'Hạt điều, hạnh nhân, óc chó và hạt cây khác', en: 'Tree nuts' },
];

const SIX_MORE: readonly Allergen[] = [
  { code: 'sesame', vi: 'Vừng (mè)', en: 'Sesame' },
  { code: 'mollusc', vi: 'Mực, ốc, nghêu, sò', en: 'Molluscs' },
  { code: 'celery', vi: 'Cần tây', en: 'Celery' },
  { code: 'mustard', vi: 'Mù tạt, cải bẹ', en: 'Mustard' },
  { code: 'lupin', vi: 'Đậu lupin', en: 'Lupin' },
  { code: 'sulphite', vi: 'Sun-phít trên 10 mg/kg', en: 'Sulphites above 10 mg/kg' },
];

// No Vietnamese rule lists groups one by one; the lists exporters are asked for do, the longer one since it is asked of goods for Europe.
export const ALLERGEN_LISTS: readonly AllergenList[] = [
  { basis: 'CXS 1-1985, 4.2.1.4', validFrom: '1985-01-01', validTo: '2014-12-13', groups: EIGHT },
  { basis: '(EU) 1169/2011, Annex II', validFrom: '2014-12-13', validTo: null, groups: [...EIGHT, ...SIX_MORE] },
];

/** The groups of the newest list: what a household chooses from. */
export const ALLERGENS: readonly Allergen[] = ALLERGEN_LISTS.at(-1)!.groups;

/** Codes of `ALLERGENS`. */
export const ALLERGEN_CODES: readonly string[] = ALLERGENS.map(({ code }) => code);

import { fold, OCOP_SCHEME, OCOP_SETS, productSetsOfName, type OcopIndustry } from '@choxa/standards';
import { note, type Note } from './notes.js';
import { cellText } from './values.rules.js';

/** How lists name the industries; a name may go on ("Dược liệu và sản phẩm từ dược liệu"). */
const INDUSTRIES: readonly [OcopIndustry, RegExp][] = [
  ['drinks', /^(do uong|nuoc uong|drink)/],
  ['food', /^(thuc pham|food)/],
  ['herbs', /^(duoc lieu|thao duoc|herb|medicin)/],
  ['crafts', /^(thu cong|hang thu cong|luu niem|vai|craft|handicraft)/],
  ['ornamental', /^(sinh vat canh|hoa|cay canh|ornament)/],
  ['tourism', /^(du lich|dich vu|touris)/],
];

/** Where nothing in a name tells the set of a known industry: the set for other things, the licensed one of herbs. */
const OTHERWISE: Readonly<Record<OcopIndustry, string>> = {
  food: '4',
  drinks: '17',
  herbs: '18',
  crafts: '21',
  ornamental: '24',
  tourism: '26',
};

/** The industry an `ocop_group` cell names ("thuc_pham", "Đồ uống"); null when it names none. */
export function industryOf(cell: string): OcopIndustry | null {
  const words = fold(cellText(cell))
    .replace(/[^a-z]+/g, ' ')
    .replace(/^(nhom|nganh) /, '')
    .trim();
  return INDUSTRIES.find(([, mark]) => mark.test(words))?.[0] ?? null;
}

/**
 * The product set of a row. Lists name the industry only, so the set is read from the name: a proposal which the household sees and can change.
 * `set` is null when neither tells.
 */
export function setOf(name: string, group: string): { set: string | null; gaps: Note[] } {
  const industry = industryOf(group);
  const told = productSetsOfName(name);
  if (!industry) return told.length ? { set: told[0]!, gaps: [note('group.unknown')] } : { set: null, gaps: [] };
  const within = OCOP_SETS.filter((one) => one.scheme === OCOP_SCHEME && one.industry === industry).map((one) => one.code);
  if (within.length === 1) return { set: within[0]!, gaps: [] };
  const fitting = told.find((set) => within.includes(set));
  if (fitting) return { set: fitting, gaps: [] };
  // The industries were cut anew: tea and coffee of "đồ uống" are food since 2026.
  const set = industry === 'food' || industry === 'drinks' ? (told.find(isFoodOrDrink) ?? OTHERWISE[industry]) : OTHERWISE[industry];
  return { set, gaps: [note('set.to-check', nameOf(set))] };
}

function isFoodOrDrink(code: string): boolean {
  const industry = OCOP_SETS.find((one) => one.code === code)?.industry;
  return industry === 'food' || industry === 'drinks';
}

function nameOf(code: string): string {
  const set = OCOP_SETS.find((one) => one.code === code)!;
  return `${code} (${set.vi})`;
}

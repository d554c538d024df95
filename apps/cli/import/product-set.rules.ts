import { fold, hasDiacritics, OCOP_SCHEME, OCOP_SETS, spellingKey, type OcopIndustry } from '@choxa/standards';
import { note, type Note } from './notes.js';
import { SET_WORDS } from './product-set-words.js';
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
  const told = setsTold(name);
  if (!industry) return told.length ? { set: told[0]!, gaps: [note('group.unknown')] } : { set: null, gaps: [] };
  const within = OCOP_SETS.filter((one) => one.scheme === OCOP_SCHEME && one.industry === industry).map((one) => one.code);
  if (within.length === 1) return { set: within[0]!, gaps: [] };
  const fitting = told.find((set) => within.includes(set));
  if (fitting) return { set: fitting, gaps: [] };
  // The industries were cut anew: tea and coffee of "đồ uống" are food since 2026.
  const set = industry === 'food' || industry === 'drinks' ? (told.find(isFoodOrDrink) ?? OTHERWISE[industry]) : OTHERWISE[industry];
  return { set, gaps: [note('set.to-check', nameOf(set))] };
}

/** The sets a name's words tell, the earliest word first, of those that begin together the longest. */
function setsTold(name: string): string[] {
  const marked = hasDiacritics(name);
  const words = wordsOf(name, marked);
  const table = marked ? MARKED : BARE;
  const told = words.flatMap((word, at) =>
    (table.get(word) ?? [])
      .filter(({ head }) => beginsAt(words, at, head))
      .toSorted((a, b) => b.head.length - a.head.length)
      .map(({ set, unless }) => (unless?.words.some((other) => has(words, other)) ? unless.set : set)),
  );
  return [...new Set(told)];
}

interface Entry {
  set: string;
  head: string[];
  unless: { set: string; words: string[][] } | null;
}

const MARKED = tableOf(true);
/** For names typed without any marks. */
const BARE = tableOf(false);

/** By their first word. */
function tableOf(marked: boolean): Map<string, Entry[]> {
  const split = (list: string): string[][] => list.split(', ').map((text) => wordsOf(text, marked));
  const entries = SET_WORDS.flatMap(({ set, heads, unless }) => {
    const other = unless ? { set: unless.set, words: split(unless.words) } : null;
    return split(heads).map((head): Entry => ({ set, head, unless: other }));
  });
  return Map.groupBy(entries, ({ head }) => head[0]!);
}

function wordsOf(text: string, marked: boolean): string[] {
  return (marked ? spellingKey(text) : fold(text)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function beginsAt(words: readonly string[], at: number, sought: readonly string[]): boolean {
  return sought.every((word, n) => words[at + n] === word);
}

function has(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, at) => beginsAt(words, at, sought));
}

function isFoodOrDrink(code: string): boolean {
  const industry = OCOP_SETS.find((one) => one.code === code)?.industry;
  return industry === 'food' || industry === 'drinks';
}

function nameOf(code: string): string {
  const set = OCOP_SETS.find((one) => one.code === code)!;
  return `${code} (${set.vi})`;
}

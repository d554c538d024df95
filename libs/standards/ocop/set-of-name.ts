import { spellingKey } from '../vietnamese-text/compare.js';
import { fold, hasDiacritics } from '../vietnamese-text/normalize.js';
import { SET_WORDS } from './set-words.js';

/**
 * Codes of the product sets that the words of a product's name tell, the likeliest first: the earliest word counts, and of words that begin
 * together the longest. Empty when no word is known. A proposal only: whoever sells the product decides.
 *
 * @param name as typed, with or without diacritics
 */
export function productSetsOfName(name: string): string[] {
  const marked = hasDiacritics(name);
  const words = wordsOf(name, marked);
  const table = marked ? (markedTable ??= tableOf(true)) : (bareTable ??= tableOf(false));
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

// Made when first asked for: most pages never ask.
let markedTable: Map<string, Entry[]> | undefined;
/** For names typed without any marks. */
let bareTable: Map<string, Entry[]> | undefined;

/** By their first word. */
function tableOf(marked: boolean): Map<string, Entry[]> {
  const split = (list: string): string[][] => list.split(', ').map((text) => wordsOf(text, marked));
  const table = new Map<string, Entry[]>();
  for (const { set, heads, unless } of SET_WORDS) {
    const other = unless ? { set: unless.set, words: split(unless.words) } : null;
    for (const head of split(heads)) {
      const first = head[0]!;
      table.set(first, [...(table.get(first) ?? []), { set, head, unless: other }]);
    }
  }
  return table;
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

import { fold, hasDiacritics, normalizeText, spellingKey } from '@choxa/standards';

/** A tsvector takes words of 2 KB at most. */
const LONGEST_WORD = 100;

/** One word of a text, in the forms in which it is compared. */
export interface Word {
  /** Without accents: `phe`. */
  folded: string;
  /** With them, in one spelling (`Hòa` = `Hoà`). */
  spelled: string;
  /** Whether it has accents, so that it means this spelling and no other. */
  marked: boolean;
}

/** The words of a text in order; marks that stand alone, without a letter, are none. */
export function wordsOf(text: string): Word[] {
  return splitWords(normalizeText(text))
    .map((word) => ({ folded: fold(word), spelled: spellingKey(word), marked: hasDiacritics(word) }))
    .filter(({ folded }) => folded !== '');
}

/** The words of a text without accents: `Cà-phê 20°N` → `ca`, `phe`, `20`, `do`, `n`. */
export function foldedWords(text: string): string[] {
  return wordsOf(text).map(({ folded }) => folded);
}

/** The words of a place's name without its kind, which every address has. */
export function placeWords(name: string): string[] {
  return foldedWords(name.normalize('NFC').replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+(?=\D)/iu, ''));
}

/** Words with a space at both ends, so that a phrase is found whole: ` ca phe `. */
export function phrase(words: readonly string[]): string {
  return words.length ? ` ${words.join(' ')} ` : '';
}

/** The sign for degrees is read aloud as it is written on other labels: `40°N` has the words of `40 độ N`. */
function splitWords(text: string): string[] {
  const words = text
    .replaceAll('°', ' độ ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  return words.map((word) => word.slice(0, LONGEST_WORD));
}

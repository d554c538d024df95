import { fold, hasDiacritics, normalizeText, spellingKey } from '@choxa/standards';

const MOST_WORDS = 12;
/** A tsvector takes words of 2 KB at most. */
const LONGEST_WORD = 100;

/** The words of a text without accents: `Cà-phê 20°N` → `ca`, `phe`, `20`, `n`. */
export function foldedWords(text: string): string[] {
  return splitWords(fold(text));
}

/** The words of a place's name without its kind, which every address has. */
export function placeWords(name: string): string[] {
  return foldedWords(name.normalize('NFC').replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+(?=\D)/iu, ''));
}

/** The words of a text with their accents, each in one spelling (`Hòa` = `Hoà`). */
export function exactWords(text: string): string[] {
  return splitWords(normalizeText(text)).map(spellingKey);
}

/** Words with a space at both ends, so that a phrase is found whole: ` ca phe `. */
export function phrase(words: readonly string[]): string {
  return words.length ? ` ${words.join(' ')} ` : '';
}

/** What a search asks the database. */
export interface SearchQuery {
  /** tsquery text: every folded word must occur. */
  words: string;
  /** Folded words as one text, for the look-up by likeness. */
  folded: string;
  foldedPhrase: string;
  /** Empty where the query has no accents: then no spelling is better than another. */
  exactPhrase: string;
  /** The first four words, folded and exact, each with spaces around; null past the end. */
  foldedTerms: (string | null)[];
  exactTerms: (string | null)[];
}

export const RANKED_TERMS = 4;

/** Reads what somebody typed. Null when there is no letter or digit in it. */
export function parseSearch(text: string): SearchQuery | null {
  const folded = foldedWords(text).slice(0, MOST_WORDS);
  if (!folded.length) return null;
  const exact = hasDiacritics(text) ? exactWords(text).slice(0, MOST_WORDS) : [];
  const terms = (words: string[]) => Array.from({ length: RANKED_TERMS }, (_, i) => (words[i] ? phrase([words[i]]) : null));
  return {
    words: [...new Set(folded)].map((word) => `'${word}'`).join(' & '),
    folded: folded.join(' '),
    foldedPhrase: phrase(folded),
    exactPhrase: phrase(exact),
    foldedTerms: terms(folded),
    exactTerms: terms(exact),
  };
}

function splitWords(text: string): string[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return words.map((word) => word.slice(0, LONGEST_WORD));
}

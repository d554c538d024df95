import { hasDiacritics } from '@choxa/standards';
import { PhraseTable } from './phrase-table.js';
import { wordsOf } from './words.rules.js';

/** A word or phrase of a group of synonyms, as it lies in `catalogue.synonym`. */
export interface SynonymTerm {
  groupCode: string;
  term: string;
  asked: boolean;
  named: boolean;
}

/** What search knows of words beyond their letters. */
export interface Vocabulary {
  /** Groups of synonyms by what is typed. */
  asked: PhraseTable<string>;
  /** Groups of synonyms by what names of products say. */
  named: PhraseTable<string>;
  /** Keys of areas (provinces, former ones, former districts) by their names. */
  areas: PhraseTable<string>;
}

export function vocabularyOf(synonyms: readonly SynonymTerm[], areas: readonly { key: string; name: string }[]): Vocabulary {
  const phrases = (of: SynonymTerm[]) => of.map(({ term, groupCode }) => [term, groupCode] as const);
  return {
    asked: new PhraseTable(phrases(synonyms.filter(({ asked }) => asked))),
    named: new PhraseTable(phrases(synonyms.filter(({ named }) => named))),
    areas: new PhraseTable(areas.map(({ name, key }) => [name, key] as const)),
  };
}

/** The groups of synonyms a product's name has a word of. Of phrases that begin together the longest counts, so `sắn dây` is no `sắn`. */
export function synonymsIn(name: string, { named }: Vocabulary): string[] {
  return allIn(named, name);
}

/** Keys of the areas a text names. */
export function areasIn(text: string, { areas }: Vocabulary): string[] {
  return allIn(areas, text);
}

function allIn(table: PhraseTable<string>, text: string): string[] {
  const words = wordsOf(text);
  const strict = hasDiacritics(text);
  const values = new Set<string>();
  for (let at = 0; at < words.length;) {
    const found = table.at(words, at, strict);
    for (const value of found?.values ?? []) values.add(value);
    at += found?.length ?? 1;
  }
  return [...values];
}

/**
 * What a listing is found by beside its words, each with a space at both ends: groups of synonyms (`sca-phe`), areas (`aptravinh`) and stars
 * (`r4`). As words of the index they begin with `@`, which nobody can type.
 */
export const markOf = {
  synonym: (group: string): string => `s${group}`,
  area: (key: string): string => `a${key}`,
  stars: (stars: number): string => `r${stars}`,
};

/** A mark as a word of the index. */
export function indexed(mark: string): string {
  return `@${mark}`;
}

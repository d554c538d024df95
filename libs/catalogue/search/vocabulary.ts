import { PhraseTable } from './phrase-table.js';

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

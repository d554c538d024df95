import { hasDiacritics } from '@choxa/standards';
import { wordsOf, type Word } from './words.rules.js';

interface Entry<Value> {
  spelled: string[];
  value: Value;
}

/** A phrase found in a text: over how many of its words it goes, and what it stands for. */
export interface Found<Value> {
  length: number;
  values: Value[];
}

const LONGEST_PHRASE = 5;

/** Phrases of one or more words and what they stand for. A phrase written as one word (`caphe`) is found too. */
export class PhraseTable<Value> {
  private readonly entries = new Map<string, Entry<Value>[]>();

  constructor(phrases: Iterable<readonly [text: string, value: Value]>) {
    for (const [text, value] of phrases) {
      const words = wordsOf(text);
      const key = glued(words);
      const entry = { spelled: words.map(({ spelled }) => spelled), value };
      const same = this.entries.get(key);
      if (same) same.push(entry);
      else this.entries.set(key, [entry]);
    }
  }

  /**
   * The longest phrase that begins at a word. A word with accents means that spelling; one without them may be any, unless `strict`: then the
   * text is taken to be spelt right.
   */
  at(words: readonly Word[], start: number, strict = false): Found<Value> | null {
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length -= 1) {
      const part = words.slice(start, start + length);
      const values = (this.entries.get(glued(part)) ?? []).filter(({ spelled }) => sameSpelling(part, spelled, strict));
      if (values.length) return { length, values: [...new Set(values.map(({ value }) => value))] };
    }
    return null;
  }

  /** What the phrases of a text stand for. A text with accents is taken to be spelt right; of phrases that begin together the longest counts. */
  in(text: string): Value[] {
    const words = wordsOf(text);
    const strict = hasDiacritics(text);
    const values = new Set<Value>();
    for (let at = 0; at < words.length;) {
      const found = this.at(words, at, strict);
      for (const value of found?.values ?? []) values.add(value);
      at += found?.length ?? 1;
    }
    return [...values];
  }
}

function glued(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join('');
}

function sameSpelling(words: readonly Word[], spelled: readonly string[], strict: boolean): boolean {
  if (!strict && !words.some(({ marked }) => marked)) return true;
  if (words.length !== spelled.length) return words.map((word) => word.spelled).join('') === spelled.join('');
  return words.every((word, at) => (!strict && !word.marked) || word.spelled === spelled[at]);
}

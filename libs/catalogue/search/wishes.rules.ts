import { PhraseTable } from './phrase-table.js';
import type { Word } from './words.rules.js';

/** Words that stand in questions and not in names; they are not looked for where there is something else to look for. Spelt as they are here. */
export const EMPTY_WORDS = new PhraseTable(
  ['đặc sản', 'dac san', 'sản phẩm', 'san pham', 'mua', 'chính hãng', 'tỉnh', 'specialty', 'specialties', 'buy'].map(
    (text) => [text, true] as const,
  ),
);

const NUMBERS = new PhraseTable(
  Object.entries({ '3': 3, ba: 3, three: 3, '4': 4, bốn: 4, four: 4, '5': 5, năm: 5, five: 5 }).map(
    ([text, stars]) => [text, stars] as const,
  ),
);
const STAR_WORDS = new Set(['sao', 'star', 'stars']);

/** Stars that are asked for at a word: `4 sao`, `bốn sao`, `4sao`, or `OCOP` alone, which asks for any. */
export function starsAt(words: readonly Word[], at: number): { stars: number | 'any'; length: number } | null {
  const word = words[at]!;
  if (word.spelled === 'ocop') return { stars: 'any', length: 1 };
  const glued = /^([345])(sao|star|stars)$/.exec(word.spelled);
  if (glued) return { stars: Number(glued[1]), length: 1 };
  const next = words[at + 1];
  if (!next || !STAR_WORDS.has(next.spelled)) return null;
  const number = NUMBERS.at([word], 0)?.values[0];
  return number === undefined ? null : { stars: number, length: 2 };
}

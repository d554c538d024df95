/**
 * What puts one pack before another in a search, in points: the only place where it is written. The SQL is built from it and `/xep-hang` shows
 * it. Nothing in it can be bought.
 */
export const RANKING = {
  /** All typed words stand in the name one after another, with the typed accents. Only where something was typed with accents. */
  phraseSpelled: 60,
  /** All typed words stand in the name one after another, whatever their accents. */
  phrase: 30,
  /** The stars that were asked for ("4 sao", "OCOP"), confirmed and unexpired. */
  stars: 40,
  /** From the province or former district that was named. */
  area: 20,
  /** For each of the first four typed words: it stands in the name with the typed accents. */
  wordSpelled: 5,
  /** For each of the first four typed words: it stands in the name, whatever its accents. */
  word: 4,
  /** The name begins with what was typed. */
  start: 3,
  /** For each of the first four groups of synonyms typed: another word of the group stands in the name. */
  synonym: 2,
} as const;

/** Among equal points: what is there to be sold, then what was sold more, then an arbitrary but steady order. */
export const TIE_BREAKS = ['inStock', 'popularity'] as const;

/** Ranking looks at no more packs than this. */
export const MOST_CANDIDATES = 2000;

/** So many words and groups of synonyms are ranked by. */
export const RANKED_TERMS = 4;

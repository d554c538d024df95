import { hasDiacritics, normalizeText } from '@choxa/standards';
import { RANKED_TERMS } from './ranking.rules.js';
import { indexed, markOf, type Vocabulary } from './vocabulary.js';
import { phrase, wordsOf, type Word } from './words.rules.js';
import { EMPTY_WORDS, starsAt } from './wishes.rules.js';

const MOST_WORDS = 12;

/** What a search asks the database. */
export interface SearchQuery {
  /** tsquery text: every group must occur. */
  words: string;
  /** tsquery texts, one per group: a word, a phrase with its synonyms, or an area. */
  groups: string[];
  /** For each group the folded word that may have been mistyped; null where it is known. */
  typed: (string | null)[];
  /** Folded words as one text, for the look-up by likeness. Empty where every group is known and nothing is to be guessed. */
  folded: string;
  /** tsquery text of what even a guess must have: the areas. Null for none. */
  must: string | null;
  foldedPhrase: string;
  /** Empty where nothing has accents: then no spelling is better than another. */
  exactPhrase: string;
  /** The first words to rank by, with spaces around. */
  foldedTerms: string[];
  exactTerms: string[];
  /** Marks of the synonyms and of the area asked for, with spaces around. */
  synonyms: string[];
  area: string | null;
  /** Stars asked for; `any` where only OCOP was named. */
  stars: number | 'any' | null;
}

interface Group {
  words: Word[];
  tsquery: string;
  synonyms: string[];
  area: string | null;
}

/** Reads what somebody typed. Null when there is no letter or digit in it. */
export function parseSearch(text: string, vocabulary: Vocabulary): SearchQuery | null {
  const all = wordsOf(normalizeText(text).replace(/([345])\s*[*★⭐]+/gu, '$1 sao ')).slice(0, MOST_WORDS);
  if (!all.length) return null;
  const { words, stars } = withoutStars(all);
  const meant = withoutEmptyWords(words);
  const groups = groupsOf(meant, vocabulary);
  const area = groups.find((group) => group.area)?.area ?? null;
  const named = groups.filter((group) => !group.area).flatMap((group) => group.words);
  // The words of an area are looked for in names too, but behind the others: "nước mắm Phú Quốc" is a fish sauce first.
  const ranked = [...named, ...groups.filter((group) => group.area).flatMap((group) => group.words)];
  const accents = hasDiacritics(text);
  const whole = named.length ? named : ranked;
  const tsqueries = groups.length ? groups.map(({ tsquery }) => tsquery) : [recognised(stars)];
  const terms = (of: string[]) => [...new Set(of)].slice(0, RANKED_TERMS).map((term) => phrase([term]));
  return {
    words: [...new Set(tsqueries)].join(' & '),
    groups: tsqueries,
    typed: groups.length ? groups.map((group) => (guessable(group) ? group.words[0]!.folded : null)) : [null],
    folded: groups.some(guessable) ? named.map((word) => word.folded).join(' ') : '',
    must: groups.some((group) => group.area) ? groups.flatMap((group) => (group.area ? [group.tsquery] : [])).join(' & ') : null,
    foldedPhrase: phrase(whole.map((word) => word.folded)),
    exactPhrase: accents ? phrase(whole.map((word) => word.spelled)) : '',
    foldedTerms: terms(ranked.map((word) => word.folded)),
    exactTerms: accents ? terms(ranked.map((word) => word.spelled)) : [],
    synonyms: terms(groups.flatMap((group) => group.synonyms)),
    area: area && phrase([area]),
    stars,
  };
}

function withoutStars(words: Word[]): { words: Word[]; stars: SearchQuery['stars'] } {
  const rest: Word[] = [];
  let stars: SearchQuery['stars'] = null;
  for (let at = 0; at < words.length;) {
    const wish = starsAt(words, at);
    if (!wish) rest.push(words[at]!);
    else if (wish.stars !== 'any' || stars === null) stars = wish.stars;
    at += wish?.length ?? 1;
  }
  return { words: rest, stars };
}

/** Words that tell nothing apart are left out, unless nothing else was typed. */
function withoutEmptyWords(words: Word[]): Word[] {
  const rest: Word[] = [];
  for (let at = 0; at < words.length;) {
    const found = EMPTY_WORDS.at(words, at, true);
    if (!found) rest.push(words[at]!);
    at += found?.length ?? 1;
  }
  return rest.length ? rest : words;
}

function groupsOf(words: Word[], vocabulary: Vocabulary): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length;) {
    const area = vocabulary.areas.at(words, at);
    const same = vocabulary.asked.at(words, at);
    const found = area && area.length >= (same?.length ?? 0) ? area : same;
    const own = words.slice(at, at + (found?.length ?? 1));
    const isArea = found !== null && found === area;
    const marks = (found?.values ?? []).map(isArea ? markOf.area : markOf.synonym);
    const literal = own.map(({ folded }) => `'${folded}'`).join(' & ');
    const known = marks.map((mark) => `'${indexed(mark)}'`);
    groups.push({
      words: own,
      // Land is found by its mark alone, for its words may stand apart in any address. A name of one syllable may be another word.
      tsquery: oneOf(isArea && own.length > 1 ? known : [literal, ...known]),
      synonyms: isArea ? [] : marks,
      area: isArea ? marks[0]! : null,
    });
    at += own.length;
  }
  return groups;
}

/** What is known needs no guess: where no bắp is sold, nothing like it is meant. */
function guessable({ synonyms, area }: Group): boolean {
  return !area && !synonyms.length;
}

/** Only stars were asked for. */
function recognised(stars: SearchQuery['stars']): string {
  return oneOf((stars === 'any' ? [5, 4, 3] : [stars!]).map((number) => `'${indexed(markOf.stars(number as number))}'`));
}

function oneOf(choices: string[]): string {
  return choices.length > 1 || choices[0]!.includes('&')
    ? `(${choices.map((choice) => (choice.includes('&') ? `(${choice})` : choice)).join(' | ')})`
    : choices[0]!;
}

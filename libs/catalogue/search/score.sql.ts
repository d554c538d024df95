import { RANKING } from './ranking.rules.js';
import type { SearchQuery } from './search.rules.js';
import type { Params } from './statement.js';

/** Points count before stock, stock before units sold. */
const POINT = 2_000_000;
const IN_STOCK = 1_000_000;
const MOST_SOLD = 999_999;

/** Columns of `catalogue.listing` that {@link scoreOf} reads. */
export const SCORED = 'pack_id, name_folded, exact, marks, stars, stars_until, on_hand, popularity';

/** SQL of how well a candidate answers the query, higher is better: the points of {@link RANKING}. `$1` is today. */
export function scoreOf(params: Params, query: SearchQuery): string {
  const points = [
    inName('name_folded', query.foldedPhrase, query.foldedTerms, RANKING.phrase, RANKING.word, params),
    query.foldedPhrase && `${RANKING.start} * starts_with(name_folded, ${params.add(query.foldedPhrase, 'text')})::int`,
    inName('exact', query.exactPhrase, query.exactTerms, RANKING.phraseSpelled, RANKING.wordSpelled, params),
    ...query.synonyms.map((mark) => has('marks', mark, RANKING.synonym, params)),
    query.area && has('marks', query.area, RANKING.area, params),
    query.stars && `case when stars_until >= $1::date${starsAre(query.stars, params)} then ${RANKING.stars} else 0 end`,
  ].filter(Boolean);
  return `(${points.join(' + ') || '0'})::bigint * ${POINT} + (on_hand > 0)::int * ${IN_STOCK} + least(popularity, ${MOST_SOLD})`;
}

/** What tells the texts of {@link scoreOf} apart: queries of one shape share a plan. */
export function shapeOf({ foldedPhrase, foldedTerms, exactPhrase, exactTerms, synonyms, area, stars }: SearchQuery): string {
  const terms = [inPhrase(foldedPhrase, foldedTerms), inPhrase(exactPhrase, exactTerms)].map((inside) => inside.map(Number).join(''));
  return [...terms, synonyms.length, area ? 1 : 0, stars === null ? 0 : stars === 'any' ? 2 : 1].join('-');
}

/** The phrase and its words, found in a column. Where the whole phrase is found its words need not be looked for. */
function inName(column: string, phrase: string, terms: readonly string[], whole: number, each: number, params: Params): string {
  if (!phrase) return '';
  const found = terms.map((term) => has(column, term, each, params));
  const inside = inPhrase(phrase, terms);
  const rest = found.filter((_, n) => !inside[n]);
  const points = whole + each * (found.length - rest.length);
  return `case when strpos(${column}, ${params.add(phrase, 'text')}) > 0 then ${[points, ...rest].join(' + ')} else ${found.join(' + ')} end`;
}

/** For each term whether it is a word of the phrase; those of an area stand behind it. */
function inPhrase(phrase: string, terms: readonly string[]): boolean[] {
  return terms.map((term) => phrase.includes(term));
}

function has(column: string, text: string, points: number, params: Params): string {
  return `${points} * (strpos(${column}, ${params.add(text, 'text')}) > 0)::int`;
}

function starsAre(stars: number | 'any', params: Params): string {
  return stars === 'any' ? '' : ` and stars = ${params.add(stars, 'int')}`;
}

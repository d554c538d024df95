import { Int, ListOf, Text, Texts } from '@choxa/platform';
import { MOST_CANDIDATES, RANKING, TIE_BREAKS } from './ranking.rules.js';

export class RankingRuleDto {
  @Text({ example: 'phraseSpelled' }) rule: string;
  @Int() points: number;
}

/** How a search is put in order: the same figures the search itself is made of. */
export class RankingDto {
  @ListOf(() => RankingRuleDto, { description: 'What gives points, the most first' }) points: RankingRuleDto[];
  @Texts({ description: 'What decides among equal points, in this order' }) tieBreaks: string[];
  @Int({ description: 'More packs than these are not compared' }) mostCandidates: number;
}

export function toRankingDto(): RankingDto {
  const points = Object.entries(RANKING).map(([rule, of]) => ({ rule, points: of }));
  return { points: points.toSorted((a, b) => b.points - a.points), tieBreaks: [...TIE_BREAKS], mostCandidates: MOST_CANDIDATES };
}

import { ListOf, OneOf, Text } from '@choxa/platform';

export const SUGGESTION_KINDS = ['name', 'set', 'province', 'commune', 'household'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export class SuggestionsQuery {
  @Text({ max: 100, description: 'The beginning of what is meant, with or without accents' })
  q: string;
}

export class SuggestionDto {
  @OneOf(SUGGESTION_KINDS) kind: SuggestionKind;
  @Text() text: string;
  @Text({ optional: true, description: 'Of a set, a province or a commune; the slug of a household' }) code: string | null;
  @Text({ optional: true, description: 'Province of a commune' }) provinceCode: string | null;
}

export class SuggestionsDto {
  @ListOf(() => SuggestionDto) data: SuggestionDto[];
}

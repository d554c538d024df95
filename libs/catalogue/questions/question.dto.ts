import { Instant, ListOf, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';

export class QuestionDto {
  @Uuid() id: string;
  @Text({ max: 500 }) text: string;
  @Text({ optional: true, example: 'Nguyễn T.' }) authorName: string | null;
  @Instant() askedAt: string;
  @Text({ optional: true, max: 1000, description: 'Null only at the household’s desk' }) answer: string | null;
  @Instant({ optional: true }) answeredAt: string | null;
  @Text() productName: string;
  @Text() slug: string;
}

export class QuestionsDto {
  @ListOf(() => QuestionDto) data: QuestionDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

const DESK_STATES = ['waiting', 'answered'] as const;

export class DeskQuestionsQuery extends PageQuery {
  @OneOf(DESK_STATES, { optional: true, description: 'All unless told' }) state?: (typeof DESK_STATES)[number];
  @Uuid({ optional: true }) household?: string;
}

export class AskQuestionDto {
  @Text({ min: 5, max: 500, lines: true }) text: string;
}

export class AskedQuestionDto {
  @Uuid() id: string;
}

export class AnswerQuestionDto {
  @Text({ min: 2, max: 1000, lines: true }) text: string;
}

import { Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';

export class ManagedOperatorDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() name: string;
}

export class ManagedOperatorsDto {
  @ListOf(() => ManagedOperatorDto) data: ManagedOperatorDto[];
}

export const RANGE_KINDS = ['s10', 'own'] as const;

export class NumberRangeDto {
  @Uuid() id: string;
  @Text() operatorName: string;
  @OneOf(RANGE_KINDS) kind: 's10' | 'own';
  @Text({ optional: true }) indicator: string | null;
  @Text({ optional: true }) country: string | null;
  @Text({ optional: true }) prefix: string | null;
  @Int() first: number;
  @Int() last: number;
  @Int({ description: 'Numbers not yet allotted' }) left: number;
}

export class NumberRangesDto {
  @ListOf(() => NumberRangeDto) data: NumberRangeDto[];
}

export class AddNumberRangeDto {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operatorId?: string;
  @OneOf(RANGE_KINDS) kind: 's10' | 'own';
  @Text({ optional: true, pattern: /^[A-Z]{2}$/ }) indicator?: string;
  @Text({ optional: true, pattern: /^[A-Z]{2}$/ }) country?: string;
  @Text({ optional: true, pattern: /^[A-Z]{2,5}$/ }) prefix?: string;
  @Int({ max: 9_999_999_999 }) first: number;
  @Int({ max: 9_999_999_999 }) last: number;
}

import { Day, Instant, Int, ListOf, Text, Uuid } from '@choxa/platform';

const MOST_A_RECORD = 1_000;

export class RecordCounterServiceDto {
  @Uuid({ description: "One of the caller's offices" }) office: string;
  @Text({ min: 2, max: 40, description: 'A kind that is counted on that day' }) kind: string;
  @Day({ description: 'Today, or at most 31 days ago' }) day: string;
  @Int({ min: 1, max: MOST_A_RECORD }) count: number;
}

export class CorrectCounterServiceDto {
  @Int({ min: 0, max: MOST_A_RECORD, description: 'How many it should have been' }) rightCount: number;
  @Text({ min: 2, max: 300 }) reason: string;
}

export class CounterServiceMadeDto {
  @Uuid() id: string;
}

export class CounterServicesQuery {
  @Uuid({ description: "One of the caller's offices" }) office: string;
  @Day({ optional: true, description: 'Today unless told' }) day?: string;
}

export class CounterServiceKindDto {
  @Text() code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() basis: string;
  @Int({ description: 'On that day, corrections included' }) ofDay: number;
  @Int({ description: 'In the month of that day, corrections included' }) ofMonth: number;
}

export class ServiceCorrectionDto {
  @Int({ min: -MOST_A_RECORD, description: 'The difference' }) count: number;
  @Text({ max: 300 }) reason: string;
  @Instant() recordedAt: string;
}

export class CounterServiceDto {
  @Uuid() id: string;
  @Text() kind: string;
  @Int({ description: 'As recorded first' }) count: number;
  @Int({ description: 'What stands after the corrections' }) standing: number;
  @Instant() recordedAt: string;
  @ListOf(() => ServiceCorrectionDto) corrections: ServiceCorrectionDto[];
}

export class CounterServicesDto {
  @Day() day: string;
  @ListOf(() => CounterServiceKindDto, { description: 'Kinds counted on that day, with their sums' }) kinds: CounterServiceKindDto[];
  @ListOf(() => CounterServiceDto, { description: 'Records of that day, newest first' }) records: CounterServiceDto[];
}

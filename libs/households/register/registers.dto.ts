import { Day, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { HOUSEHOLD_STATES, type HouseholdState } from '../households/household.rules.js';
import type { RegisterView } from './registers.query.js';

export class RegisterDto {
  @Uuid() id: string;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceName: string;
  @Day() asOf: string;
  @Int() version: number;
  @Text({ max: 300 }) source: string;
  @Instant() importedAt: string;
  @Int() households: number;
  @Int({ description: 'Known to be an approved household of the platform' }) onPlatform: number;
  @Int({ description: 'May be several households: somebody must say which' }) unclear: number;
}

export class RegistersDto {
  @ListOf(() => RegisterDto, { description: 'The newest of each commune' }) data: RegisterDto[];
}

export class RegisterEntryDto {
  @Uuid() id: string;
  @Int() position: number;
  @Text({ max: 300 }) name: string;
  @Text({ max: 300, optional: true }) representative: string | null;
  @Text({ max: 1000, optional: true }) products: string | null;
  @Text({ optional: true, description: 'Of the household of the platform that it is' }) slug: string | null;
  @OneOf(HOUSEHOLD_STATES, { optional: true }) state: HouseholdState | null;
  @Int({ description: 'Households of the platform that it may be' }) candidates: number;
}

export class RegisterEntriesDto {
  @ListOf(() => RegisterEntryDto, { max: 100_000 }) data: RegisterEntryDto[];
}

export function toRegisterDto({ importedAt, ...register }: RegisterView): RegisterDto {
  return { ...register, importedAt: importedAt.toISOString() };
}

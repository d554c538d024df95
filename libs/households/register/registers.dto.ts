import { Day, Instant, Int, ListOf, Nested, OneOf, Text, Uuid } from '@choxa/platform';
import { HOUSEHOLD_STATES, type HouseholdState } from '../households/household.rules.js';
import type { CallSheet, HouseholdToCall } from './register-calls.query.js';
import { CALL_LISTS, REGISTER_CALL_OUTCOMES, type CallList, type RegisterCallOutcome } from './register-call.rules.js';
import type { RegisterEntryView, RegisterView } from './registers.query.js';

export class RegistersQuery {
  @Text({
    max: 7,
    pattern: /^(20\d{2}-Q[1-4])?$/,
    optional: true,
    description: 'The newest register by the end of this quarter, like `2026-Q3`',
  })
  quarter?: string;
}

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
  @Int({ description: 'May be several households, or one that several rows name: somebody must say which' }) unclear: number;
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

export class RegisterCallDto {
  @OneOf(REGISTER_CALL_OUTCOMES) outcome: RegisterCallOutcome;
  @Text({ max: 300, optional: true }) note: string | null;
  @Instant() calledAt: string;
  @Text({ optional: true, description: 'Who called' }) calledBy: string | null;
}

export class HouseholdToCallDto extends RegisterEntryDto {
  @OneOf(CALL_LISTS, { description: 'Not on the platform; shows no product; shows some and sold none since `since`' }) list: CallList;
  @Text({ optional: true, description: 'As it can be dialled' }) phone: string | null;
  @Int() publishedProducts: number;
  @Day({ optional: true, description: 'Of its newest order' }) lastOrderedOn: string | null;
  @Nested(() => RegisterCallDto, { optional: true }) lastCall: RegisterCallDto | null;
}

export class CallSheetDto {
  @Text() communeName: string;
  @Text() provinceName: string;
  @Day() asOf: string;
  @Day({ description: 'First day of the register’s quarter: who had an order since then sells' }) since: string;
  @ListOf(() => HouseholdToCallDto, { max: 100_000 }) data: HouseholdToCallDto[];
}

export class NoteRegisterCallDto {
  @OneOf(REGISTER_CALL_OUTCOMES) outcome: RegisterCallOutcome;
  @Text({ max: 300, optional: true, lines: true }) note?: string | null;
}

export function toRegisterEntryDto({
  id,
  position,
  name,
  representative,
  products,
  slug,
  state,
  candidates,
}: RegisterEntryView): RegisterEntryDto {
  return { id, position, name, representative, products, slug, state, candidates };
}

export function toCallSheetDto({ households, ...sheet }: CallSheet): CallSheetDto {
  return { ...sheet, data: households.map(toHouseholdToCallDto) };
}

function toHouseholdToCallDto(household: HouseholdToCall): HouseholdToCallDto {
  const { list, phone, publishedProducts, lastOrderedOn, lastCall } = household;
  const call = lastCall && { ...lastCall, calledAt: lastCall.calledAt.toISOString() };
  return { ...toRegisterEntryDto(household), list, phone, publishedProducts, lastOrderedOn, lastCall: call };
}

export function toRegisterDto({ importedAt, ...register }: RegisterView): RegisterDto {
  return { ...register, importedAt: importedAt.toISOString() };
}

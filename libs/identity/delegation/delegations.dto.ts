import { Day, DUTIES, Flag, Instant, ListOf, PageQuery, SomeOf, Text, Uuid, type Duty } from '@choxa/platform';
import type { AskedDelegation } from './ask-delegation.js';
import type { DelegationRow } from './delegations.query.js';
import type { DoneInName } from './done-in-name.query.js';

class TermsDto {
  @SomeOf(DUTIES, { min: 1 }) duties: Duty[];
  @Day({ description: 'Last day, at most a year away' }) until: string;
}

export class OfferDelegationDto extends TermsDto {
  @Uuid() householdId: string;
  @Text({ max: 30, description: 'Phone of the clerk', example: '0912 345 678' }) clerkPhone: string;
}

export class AskDelegationDto extends TermsDto {
  @Text({ max: 30, description: "Phone of the household's member; the code goes there", example: '0912 345 678' }) memberPhone: string;
  @Uuid({ optional: true, description: 'Where the member has several households' }) householdId?: string;
}

export class AskedDelegationDto {
  @Uuid() id: string;
  @Text() householdName: string;
  @Text() clerkName: string;
  @Instant() codeExpiresAt: string;
}

export class ConfirmDelegationDto {
  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, description: "The code sent to the household's phone", example: '012345' }) code: string;
}

export class DelegationDto {
  @Uuid() id: string;
  @Uuid() householdId: string;
  @Text() householdName: string;
  @Text() clerkName: string;
  @Text({ description: 'E.164' }) clerkPhone: string;
  @SomeOf(DUTIES) duties: Duty[];
  @Instant() since: string;
  @Instant({ description: 'Midnight after its last day, or when it was ended' }) endsAt: string;
  @Flag({ description: 'It counts now' }) active: boolean;
}

export class DelegationsDto {
  @ListOf(() => DelegationDto) data: DelegationDto[];
  @Text({ optional: true }) next: string | null;
}

export class HouseholdQuery {
  @Uuid({ optional: true, description: "One of the caller's own households; all of them unless told" }) household?: string;
}

export class DoneInNameQuery extends PageQuery {
  @Uuid({ optional: true, description: "One of the caller's own households; all of them unless told" }) household?: string;
}

export class DoneInNameDto {
  @Text() id: string;
  @Instant() at: string;
  @Text() clerkName: string;
  @Uuid() householdId: string;
  @Text({ description: 'What was done, e.g. `product.published`' }) action: string;
  @Text() subjectKind: string;
  @Text() subjectId: string;
}

export class DoneInNameListDto {
  @ListOf(() => DoneInNameDto) data: DoneInNameDto[];
  @Text({ optional: true }) next: string | null;
}

export class BeginActingDto {
  @Uuid() delegationId: string;
}

export function toAskedDto({ codeExpiresAt, ...asked }: AskedDelegation): AskedDelegationDto {
  return { ...asked, codeExpiresAt: codeExpiresAt.toISOString() };
}

export function toDelegationDto(row: DelegationRow, now: Date): DelegationDto {
  const { id, householdId, householdName, clerkName, clerkPhone, duties, confirmedAt, askedAt, endedAt, endsAt } = row;
  const over = endedAt && endedAt < endsAt ? endedAt : endsAt;
  return {
    id,
    householdId,
    householdName,
    clerkName,
    clerkPhone,
    duties,
    since: (confirmedAt ?? askedAt).toISOString(),
    endsAt: over.toISOString(),
    active: confirmedAt !== null && over > now,
  };
}

export function toDoneDto({ id, at, clerkName, householdId, action, subjectKind, subjectId }: DoneInName): DoneInNameDto {
  return { id, at, clerkName, householdId, action, subjectKind, subjectId };
}

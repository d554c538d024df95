import {
  DUTIES,
  Instant,
  ListOf,
  Nested,
  OneOf,
  ROLES,
  SCOPE_KINDS,
  SomeOf,
  Text,
  Uuid,
  type Acting,
  type Actor,
  type Duty,
  type Grant,
  type Role,
  type ScopeKind,
} from '@choxa/platform';
import { STAFF_ROLES } from '../sessions/session.rules.js';
import type { Me } from './me.query.js';

export class RoleDto {
  @OneOf(ROLES) role: Role;
  @OneOf(SCOPE_KINDS) scopeKind: ScopeKind;
  @Text({ description: 'Id or code of the thing the role is over' }) scopeId: string;
  @Text({ optional: true }) scopeName: string | null;
}

export class OwnHouseholdDto {
  @Uuid() id: string;
  @Text() name: string;
}

export class OwnOfficeDto {
  @Text() id: string;
  @Text() name: string;
}

export class ActingForDto {
  @Uuid() delegationId: string;
  @Uuid() householdId: string;
  @Text() householdName: string;
  @SomeOf(DUTIES) duties: Duty[];
  @Instant() endsAt: string;
}

/** Whether the account's roles ask for a second factor, and whether this session has it. */
const SECOND_FACTOR_STATES = ['not-needed', 'to-set-up', 'to-give', 'given'] as const;
type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

export class MeDto {
  @Uuid() id: string;
  @Text({ description: 'Empty until given' }) name: string;
  @Text({ description: 'E.164' }) phone: string;
  @OneOf(SECOND_FACTOR_STATES) secondFactor: SecondFactorState;
  @ListOf(() => RoleDto, { description: 'Those that count in this session' }) roles: RoleDto[];
  @ListOf(() => OwnHouseholdDto, { description: 'While acting for a household, that one alone' }) households: OwnHouseholdDto[];
  @ListOf(() => OwnOfficeDto) offices: OwnOfficeDto[];
  @Nested(() => ActingForDto, { optional: true, description: 'The household this session acts for' }) actingFor: ActingForDto | null;
}

export class RenameMeDto {
  @Text({ min: 1, max: 100 }) name: string;
}

/** An account as it appears in the session of `actor`: only with the roles that the session carries. */
export function toMeDto({ id, name, phone, grants: all, hasSecondFactor }: Me, actor: Actor): MeDto {
  const { acting } = actor;
  const grants = all.filter((one) => actor.grants.some((grant) => isSame(grant, one)));
  return {
    id,
    name,
    phone,
    secondFactor: secondFactorState(actor, hasSecondFactor),
    roles: [
      { role: 'shopper', scopeKind: 'self', scopeId: id, scopeName: null },
      ...grants.map(({ role, scopeKind, scopeId, label }) => ({ role, scopeKind, scopeId, scopeName: label })),
    ],
    households: acting ? [{ id: acting.householdId, name: acting.householdName }] : thingsOf(grants, 'household'),
    offices: thingsOf(grants, 'office'),
    actingFor: acting && toActingForDto(acting),
  };
}

function toActingForDto({ delegationId, householdId, householdName, duties, endsAt }: Acting): ActingForDto {
  return { delegationId, householdId, householdName, duties: [...duties], endsAt: endsAt.toISOString() };
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.scopeKind === other.scopeKind && one.scopeId === other.scopeId;
}

function secondFactorState({ grants, limits }: Actor, hasSecondFactor: boolean): SecondFactorState {
  if (limits.withheld?.length) return hasSecondFactor ? 'to-give' : 'to-set-up';
  return grants.some(({ role }) => STAFF_ROLES.includes(role)) ? 'given' : 'not-needed';
}

/** The things of one kind over which there is any role, each once: somebody may be clerk and courier of one office. */
function thingsOf(grants: (Grant & { label: string | null })[], kind: ScopeKind): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { scopeKind, scopeId, label } of grants) if (scopeKind === kind && !names.has(scopeId)) names.set(scopeId, label ?? '');
  return [...names].map(([id, name]) => ({ id, name }));
}

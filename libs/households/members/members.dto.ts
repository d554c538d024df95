import { Instant, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import type { InviteEntity } from './invite.entity.js';
import { MEMBER_ROLES, type MemberRole } from './member.rules.js';
import type { MemberView, OwnInvite } from './members.query.js';

export class InviteMemberDto {
  @Text({ min: 8, max: 30, description: 'A Vietnamese mobile number as people type it' }) phone: string;
  @OneOf(MEMBER_ROLES) role: MemberRole;
}

export class MemberDto {
  @Uuid() accountId: string;
  @Text({ description: 'Empty until given' }) name: string;
  @Text({ description: 'E.164' }) phone: string;
  @OneOf(MEMBER_ROLES) role: MemberRole;
  @Instant() joinedAt: string;
}

export class InviteDto {
  @Uuid() id: string;
  @Text({ description: 'E.164' }) phone: string;
  @OneOf(MEMBER_ROLES) role: MemberRole;
  @Instant() expiresAt: string;
}

export class MembersDto {
  @ListOf(() => MemberDto) members: MemberDto[];
  @ListOf(() => InviteDto, { description: 'Those that wait for an answer' }) invites: InviteDto[];
}

/** An invite as its receiver sees it. */
export class OwnInviteDto {
  @Uuid() id: string;
  @Text() householdName: string;
  @Text({ optional: true }) provinceName: string | null;
  @OneOf(MEMBER_ROLES) role: MemberRole;
  @Instant() expiresAt: string;
}

export class OwnInvitesDto {
  @ListOf(() => OwnInviteDto) data: OwnInviteDto[];
}

export function toMemberDto({ joinedAt, ...member }: MemberView): MemberDto {
  return { ...member, joinedAt: joinedAt.toISOString() };
}

export function toInviteDto({ id, phone, role, expiresAt }: InviteEntity): InviteDto {
  return { id, phone, role, expiresAt: expiresAt.toISOString() };
}

export function toOwnInviteDto({ expiresAt, ...invite }: OwnInvite): OwnInviteDto {
  return { ...invite, expiresAt: expiresAt.toISOString() };
}

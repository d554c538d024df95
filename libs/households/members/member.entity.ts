import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import type { MemberRole } from './member.rules.js';

/** An account that acts for a household as one of its people. */
@Entity({ schema: 'households', name: 'member' })
@Index('member_account_id', ['accountId'])
@Check('member_role', `role in ('owner', 'member')`)
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'member_household' })
  household?: HouseholdEntity;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  /** An owner may invite, remove, and say where the money goes. */
  @Column('text', { default: 'owner' })
  role: MemberRole;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt: Date;
}

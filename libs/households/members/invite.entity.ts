import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import type { MemberRole } from './member.rules.js';

/** A household asks the holder of a phone to join it. Whoever signs in with that phone may say yes until it runs out. */
@Entity({ schema: 'households', name: 'invite' })
@Index('invite_open', ['householdId', 'phone'], { unique: true, where: 'accepted_at is null and withdrawn_at is null' })
@Index('invite_phone', ['phone'])
@Check('invite_role', `role in ('owner', 'member')`)
@Check('invite_one_end', 'accepted_at is null or withdrawn_at is null')
export class InviteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'invite_household' })
  household?: HouseholdEntity;

  /** E.164. */
  @Column('text')
  phone: string;

  @Column('text')
  role: MemberRole;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'invited_by' })
  invitedBy: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  /** Taken back by the household, or declined. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Duty } from '@choxa/platform';
import { AccountEntity } from '../accounts/account.entity.js';

/** A household lets a named clerk act for it: in which duties, until when. It counts from its confirmation by a code until it ends. */
@Entity({ schema: 'identity', name: 'delegation' })
@Index('delegation_household', ['householdId', 'askedAt', 'id'])
@Index('delegation_clerk', ['clerkId', 'askedAt', 'id'])
@Check('delegation_duties', `cardinality(duties) > 0 and duties <@ array['products', 'labels', 'orders']`)
@Check('delegation_times', 'ends_at > asked_at')
@Check('delegation_ended', '(ended_at is null) = (ended_by is null)')
export class DelegationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** As it was called when it was asked: identity looks into no other lib. */
  @Column('text', { name: 'household_name' })
  householdName: string;

  @Column('uuid', { name: 'clerk_id' })
  clerkId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'clerk_id', foreignKeyConstraintName: 'delegation_of_clerk' })
  clerk?: AccountEntity;

  /** The household's member whose phone gets the code. */
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'delegation_of_member' })
  member?: AccountEntity;

  @Column('text', { array: true })
  duties: Duty[];

  /** The clerk at the counter, or the member; only who asked may type the code. */
  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Local midnight after its last day. */
  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Taken back by the household or given back by the clerk. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}

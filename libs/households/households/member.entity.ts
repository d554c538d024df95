import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from './household.entity.js';

/** An account that acts for a household as one of its people. */
@Entity({ schema: 'households', name: 'member' })
@Index('member_account_id', ['accountId'])
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'member_household' })
  household?: HouseholdEntity;

  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt: Date;
}

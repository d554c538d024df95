import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import { RegisterVersionEntity } from './register-version.entity.js';

/** One household of a register, and the household of the platform that it is, where that is certain. */
@Entity({ schema: 'households', name: 'register_entry' })
@Unique('register_entry_position', ['versionId', 'position'])
@Index('register_entry_household_id', ['householdId'])
@Check('register_entry_candidates', 'candidates >= 0 and (household_id is null or candidates >= 1)')
export class RegisterEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'version_id' })
  versionId: string;

  @ManyToOne(() => RegisterVersionEntity)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'register_entry_version' })
  version?: RegisterVersionEntity;

  /** From 1, in the order of the file. */
  @Column('int')
  position: number;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  representative: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  products: string | null;

  /** E.164, where the register has it. */
  @Column('text', { nullable: true })
  phone: string | null;

  @Column('uuid', { name: 'household_id', nullable: true })
  householdId: string | null;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'register_entry_household' })
  household?: HouseholdEntity;

  /** Households of the platform that it may be: several are never guessed between. */
  @Column('int')
  candidates: number;
}

import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import type { LinkKind } from './link.events.js';

/**
 * Pseudonym of an account, phone, address or device of a household's people, past ones included. It stays when somebody leaves or has their
 * data deleted: what was bought from itself stays so, and no figure changes.
 */
@Entity({ schema: 'households', name: 'household_link' })
@Check('household_link_kind', `kind in ('account', 'phone', 'address', 'device')`)
export class HouseholdLinkEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'household_link_household' })
  household?: HouseholdEntity;

  @PrimaryColumn('text')
  kind: LinkKind;

  @PrimaryColumn('text')
  hash: string;

  @Column('timestamptz', { name: 'first_seen' })
  firstSeen: Date;
}

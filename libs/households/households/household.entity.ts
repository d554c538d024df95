import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Place } from '@choxa/places';
import type { HouseholdKind, HouseholdState } from './household.rules.js';

/** A farming household that sells; the seller whose name and commune a buyer sees. */
@Entity({ schema: 'households', name: 'household' })
@Unique('household_slug', ['slug'])
@Unique('household_import_key', ['importKey'])
@Unique('household_once_per_creator', ['createdBy', 'nameKey', 'communeCode'])
@Index('household_queue', ['state', 'createdAt', 'id'])
@Check('household_state', `state in ('pending', 'refused', 'approved', 'suspended')`)
@Check('household_approval', `(state in ('pending', 'refused')) = (approved_at is null)`)
@Check('household_kind', `kind in ('household', 'household_business', 'cooperative_group', 'cooperative', 'firm')`)
@Check('household_closure', '(closed_from is null) = (closed_until is null) and closed_from <= closed_until')
@Check('household_place', `commune_code is null or province_code is not null`)
export class HouseholdEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Its address on the site, `/ho/{slug}`; never changes. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** The name folded, to find it again. */
  @Column('text', { name: 'name_key' })
  nameKey: string;

  /** Who makes the goods, as labels print it. */
  @Column('text', { name: 'producer_name' })
  producerName: string;

  @Column('text', { default: 'household' })
  kind: HouseholdKind;

  /** Of a business, cooperative or firm: the number on its registration paper, which is also its tax code. */
  @Column('text', { name: 'registration_number', nullable: true })
  registrationNumber: string | null;

  /** The household agreed that everybody sees its street; else an address is shown to commune level (domain.md §9). */
  @Column('boolean', { name: 'publish_street', default: false })
  publishStreet: boolean;

  /** Whoever gets a parcel of it may look at the goods before taking them. */
  @Column('boolean', { default: true })
  inspection: boolean;

  /** E.164; an imported household has none. */
  @Column('text', { nullable: true })
  phone: string | null;

  /** House, road, hamlet: all below the commune. */
  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'commune_name', nullable: true })
  communeName: string | null;

  @Column('text', { name: 'commune_kind', nullable: true })
  communeKind: Place['kind'] | null;

  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'province_name', nullable: true })
  provinceName: string | null;

  @Column('text')
  state: HouseholdState;

  /** Folded name and province of an imported household: the same row of the same file is the same household. */
  @Column('text', { name: 'import_key', nullable: true })
  importKey: string | null;

  /** First and last local day of its next or present closure (Tết, off-season): visible, but nothing can be ordered. */
  @Column('date', { name: 'closed_from', nullable: true })
  closedFrom: string | null;

  @Column('date', { name: 'closed_until', nullable: true })
  closedUntil: string | null;

  @Column('text', { name: 'closed_note', nullable: true })
  closedNote: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Account; null when imported. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  /** The founder, or the clerk at the counter, who then approves it no more than a member may; null when imported. */
  @Column('uuid', { name: 'registered_by', nullable: true })
  registeredBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

export const DRAWER_KINDS = ['courier', 'office'] as const;
export type DrawerKind = (typeof DRAWER_KINDS)[number];

/**
 * Cash that lies somewhere: with a person who collects for an office, or in the office's own drawer (its holder is the office). `heldVnd` is
 * the sum of the holder's entries, kept here because this is the row that rivals for a limit wait at.
 */
@Entity({ schema: 'postal', name: 'cash_drawer' })
@Index('cash_drawer_of_holder', ['holderId'])
@Check('cash_drawer_kind', `kind in ('courier', 'office') and (kind = 'office') = (holder_id = office_id)`)
export class CashDrawerEntity {
  @ForeignKey(() => OfficeEntity, { name: 'cash_drawer_office' })
  @PrimaryColumn('uuid', { name: 'office_id', primaryKeyConstraintName: 'PK_cash_drawer' })
  officeId: string;

  @PrimaryColumn('uuid', { name: 'holder_id', primaryKeyConstraintName: 'PK_cash_drawer' })
  holderId: string;

  @Column('text')
  kind: DrawerKind;

  /** As the person was called when cash last came in; empty for an office. */
  @Column('text', { name: 'holder_name' })
  holderName: string;

  /** Below zero when a collection was undone whose cash had been handed over. */
  @Column('bigint', { name: 'held_vnd' })
  heldVnd: number;
}

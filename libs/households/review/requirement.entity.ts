import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { HouseholdKind } from '../households/household.rules.js';

/** Something a clerk or official must have seen before a household of these kinds may sell, and by what rule. */
@Entity({ schema: 'households', name: 'requirement' })
@Check('requirement_period', 'valid_to is null or valid_to >= valid_from')
export class RequirementEntity {
  @PrimaryColumn('text')
  code: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null while it is in force. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { array: true })
  kinds: HouseholdKind[];

  @Column('int')
  position: number;

  @Column('text')
  vi: string;

  @Column('text')
  en: string;

  /** The law or rule it comes from. */
  @Column('text')
  basis: string;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficeEntity, type OfficeKind } from './office.entity.js';

/** How an office was described, once for each change of the register: what officials count the service points of a past day from. Append-only. */
@Entity({ schema: 'postal', name: 'office_change' })
@Check('office_change_version', 'version > 0')
export class OfficeChangeEntity {
  @ForeignKey(() => OfficeEntity, { name: 'office_change_office' })
  @PrimaryColumn('uuid', { name: 'office_id', primaryKeyConstraintName: 'PK_office_change' })
  officeId: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_office_change' })
  version: number;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text')
  name: string;

  @Column('text')
  kind: OfficeKind;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('boolean')
  staffed: boolean;

  @Column('boolean')
  internet: boolean;

  @Column('boolean', { name: 'public_service' })
  publicService: boolean;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

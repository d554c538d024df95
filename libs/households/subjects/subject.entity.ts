import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { SubjectKind } from './subject.rules.js';

/** The legal holder of an OCOP recognition. */
@Entity({ schema: 'households', name: 'subject' })
@Unique('subject_import_key', ['importKey'])
@Check('subject_kind', `kind in ('cooperative', 'cooperative_group', 'firm', 'household_business')`)
export class SubjectEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: SubjectKind;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { name: 'commune_code', nullable: true })
  communeCode: string | null;

  @Column('text', { name: 'commune_name', nullable: true })
  communeName: string | null;

  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'province_name', nullable: true })
  provinceName: string | null;

  /** Folded name and province: how an import finds it again. */
  @Column('text', { name: 'import_key' })
  importKey: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

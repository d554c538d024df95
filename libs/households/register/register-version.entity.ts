import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One commune's register of OCOP households as of a day. A file that says otherwise for the same day is a new version; none is changed. */
@Entity({ schema: 'households', name: 'register_version' })
@Unique('register_version_once', ['communeCode', 'asOf', 'version'])
@Check('register_version_number', 'version >= 1')
export class RegisterVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('date', { name: 'as_of' })
  asOf: string;

  @Column('int')
  version: number;

  /** Who keeps it, as the file says. */
  @Column('text')
  source: string;

  /** SHA-256 of its rows: the same file again is known by it. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of a commune's register of OCOP households: what the share of selling households is a share of. */
@Entity({ schema: 'audit', name: 'register_version' })
@Index('register_version_commune', ['communeCode', 'asOf', 'version'])
export class RegisterVersionEntity {
  @PrimaryColumn('uuid', { name: 'version_id' })
  versionId: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('date', { name: 'as_of' })
  asOf: string;

  @Column('int')
  version: number;
}

/** One household of a register. No name: who it is stands with the households. */
@Entity({ schema: 'audit', name: 'register_entry' })
@Index('register_entry_of_version', ['versionId'])
export class RegisterEntryEntity {
  @PrimaryColumn('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('uuid', { name: 'version_id' })
  versionId: string;

  /** The household of the platform that it is; null while that is not known. */
  @Column('uuid', { name: 'household_id', nullable: true })
  householdId: string | null;
}

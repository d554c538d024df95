import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Public services that an office counted at its counter; counts of one office, kind and day add up, a correction is a difference. Nothing of the citizens. */
@Entity({ schema: 'audit', name: 'public_service' })
@Index('public_service_day', ['day'])
export class PublicServiceEntity {
  @PrimaryColumn('text', { name: 'record_id', primaryKeyConstraintName: 'PK_public_service' })
  recordId: string;

  @Column('text', { name: 'operator_code' })
  operatorCode: string;

  @Column('text', { name: 'office_code' })
  officeCode: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text')
  kind: string;

  /** Local day on which they were served. */
  @Column('date')
  day: string;

  @Column('int')
  count: number;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** Counter, commune cultural post office, delivery office, or hub where parcels are sorted. */
export const OFFICE_KINDS = ['counter', 'commune_cultural', 'delivery', 'hub'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** A service point of an operator. Its place is copied with names, as it was when the office opened. */
@Entity({ schema: 'postal', name: 'office' })
@Unique('office_code_unique', ['operatorId', 'code'])
@Check('office_kind', `kind in ('counter', 'commune_cultural', 'delivery', 'hub')`)
@Check('office_postcode', `postcode ~ '^[0-9]{5}$'`)
@Index('office_of_province', ['operatorId', 'provinceCode'])
export class OfficeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_office' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'office_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: OfficeKind;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  /** Five digits, a leading zero counts; null where it is not known. */
  @Column('text', { nullable: true })
  postcode: string | null;
}

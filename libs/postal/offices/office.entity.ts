import { SERVICE_POINT_KINDS, type ServicePointKind } from '@choxa/postal-contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** Counter, commune cultural post office, delivery office, or hub where parcels are sorted. */
export const OFFICE_KINDS = SERVICE_POINT_KINDS;
export type OfficeKind = ServicePointKind;

/** A service point of an operator. Its place is copied with names, as it was when the office opened. */
@Entity({ schema: 'postal', name: 'office' })
@Unique('office_code_unique', ['operatorId', 'code'])
@Check('office_kind', `kind in ('counter', 'commune_cultural', 'delivery', 'hub')`)
@Check('office_postcode', `postcode ~ '^[0-9]{5}$'`)
@Check('office_point', '(latitude is null) = (longitude is null)')
@Check('office_hours', 'cardinality(opening_hours) in (0, 7)')
@Check(
  'office_runs',
  `runs_leave ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and runs_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and runs_leave < runs_end`,
)
@Check('office_validity', 'valid_to is null or valid_to >= valid_from')
@Index('office_of_province', ['operatorId', 'provinceCode'])
@Index('office_of_commune', ['operatorId', 'communeCode'])
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

  /** Whether somebody of the operator works there, rather than a box or an agent. */
  @Column('boolean', { default: true })
  staffed: boolean;

  @Column('boolean', { default: true })
  internet: boolean;

  /** Whether it is able to serve public services (indicator 14). */
  @Column('boolean', { name: 'public_service', default: false })
  publicService: boolean;

  /** Degrees. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  /** Monday to Sunday, each like `07:30-11:30 13:30-17:00`, empty when closed; an empty list where nobody said. */
  @Column('text', { name: 'opening_hours', array: true, default: '{}' })
  openingHours: string[];

  /** When its postmen leave, and when the last is back (`HH:MM`): a parcel that is there before they leave is promised for that day. */
  @Column('text', { name: 'runs_leave', default: '08:00' })
  runsLeave: string;

  @Column('text', { name: 'runs_end', default: '17:30' })
  runsEnd: string;

  @Column('date', { name: 'valid_from', default: '2026-01-01' })
  validFrom: string;

  /** First day on which it is no longer open. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

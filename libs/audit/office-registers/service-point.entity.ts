import { SERVICE_POINT_KINDS, type ServicePointKind } from '@choxa/postal-contract';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * How an operator described one of its offices, one row for each description, with the days on which it holds. When the office opens and closes,
 * its last description says; what it is like, the one that stood on that day. The first one holds for the days before it too.
 */
@Entity({ schema: 'audit', name: 'service_point' })
@Check('service_point_kind', `kind in (${SERVICE_POINT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Index('service_point_holds', ['holdsFrom', 'holdsUntil'])
export class ServicePointEntity {
  @PrimaryColumn('text', { name: 'operator_code', primaryKeyConstraintName: 'PK_service_point' })
  operatorCode: string;

  @PrimaryColumn('text', { name: 'office_code', primaryKeyConstraintName: 'PK_service_point' })
  officeCode: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_service_point' })
  version: number;

  @Column('text', { name: 'operator_name' })
  operatorName: string;

  @Column('text', { name: 'office_name' })
  officeName: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @Column('text')
  kind: ServicePointKind;

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

  /** As told: the day on which the office opened, and the first on which it is no longer open. */
  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** First day on which this description holds. Made of all descriptions of the office. */
  @Column('date', { name: 'holds_from', nullable: true })
  holdsFrom: string | null;

  /** First day on which it no longer does; not after `holdsFrom` where it never did. */
  @Column('date', { name: 'holds_until', nullable: true })
  holdsUntil: string | null;
}

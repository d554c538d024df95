import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { OperatorEntity } from '../operators/operator.entity.js';
import type { DrawerKind } from './cash-drawer.entity.js';

/**
 * How much cash a courier, or an office with all its couriers, may hold, from a day until another. A row of a person goes before one of an
 * office, that before the operator's. A change is a new row.
 */
@Entity({ schema: 'postal', name: 'cash_cap' })
@Index('cash_cap_of_office_once', ['officeId', 'kind', 'validFrom'], { unique: true })
@Index('cash_cap_of_operator_once', ['operatorId', 'kind', 'validFrom'], { unique: true, where: 'office_id is null and holder_id is null' })
@Index('cash_cap_of_holder_once', ['operatorId', 'holderId', 'validFrom'], { unique: true, where: 'holder_id is not null' })
@Check('cash_cap_kind', `kind in ('courier', 'office')`)
@Check('cash_cap_holder', `holder_id is null or kind = 'courier' and office_id is null`)
@Check('cash_cap_limit', 'limit_vnd >= 0')
@Check('cash_cap_validity', 'valid_to is null or valid_to > valid_from')
export class CashCapEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cash_cap' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'cash_cap_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @ForeignKey(() => OfficeEntity, { name: 'cash_cap_office' })
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  /** Account of the one person it is for. */
  @Column('uuid', { name: 'holder_id', nullable: true })
  holderId: string | null;

  @Column('text')
  kind: DrawerKind;

  @Column('bigint', { name: 'limit_vnd' })
  limitVnd: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** The decision it rests on. */
  @Column('text')
  basis: string;
}

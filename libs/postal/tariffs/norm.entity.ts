import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** Distance class of a pair of provinces. */
export const ZONES = ['province', 'region', 'nation'] as const;
export type Zone = (typeof ZONES)[number];

/** What an operator promises between two provinces from a day on: the distance class it charges and the hours it takes. */
@Entity({ schema: 'postal', name: 'norm' })
@Check('norm_zone', `zone in ('province', 'region', 'nation')`)
@Check('norm_hours', 'hours > 0')
@Check('norm_validity', 'valid_to is null or valid_to > valid_from')
export class NormEntity {
  @ForeignKey(() => OperatorEntity, { name: 'norm_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_norm' })
  operatorId: string;

  @PrimaryColumn('text', { name: 'from_province', primaryKeyConstraintName: 'PK_norm' })
  fromProvince: string;

  @PrimaryColumn('text', { name: 'to_province', primaryKeyConstraintName: 'PK_norm' })
  toProvince: string;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_norm', default: '2026-01-01' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** The decision it rests on. */
  @Column('text', { default: 'Chỉ tiêu thời gian của doanh nghiệp' })
  basis: string;

  @Column('text')
  zone: Zone;

  /** Hours from acceptance to delivery. */
  @Column('int')
  hours: number;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** Distance class of a pair of provinces. */
export const ZONES = ['province', 'region', 'nation'] as const;
export type Zone = (typeof ZONES)[number];

/** What an operator promises between two provinces: the distance class it charges and the hours it takes. */
@Entity({ schema: 'postal', name: 'norm' })
@Check('norm_zone', `zone in ('province', 'region', 'nation')`)
@Check('norm_hours', 'hours > 0')
export class NormEntity {
  @ForeignKey(() => OperatorEntity, { name: 'norm_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_norm' })
  operatorId: string;

  @PrimaryColumn('text', { name: 'from_province', primaryKeyConstraintName: 'PK_norm' })
  fromProvince: string;

  @PrimaryColumn('text', { name: 'to_province', primaryKeyConstraintName: 'PK_norm' })
  toProvince: string;

  @Column('text')
  zone: Zone;

  /** Hours from acceptance to delivery. */
  @Column('int')
  hours: number;
}

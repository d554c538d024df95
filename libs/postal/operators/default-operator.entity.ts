import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from './operator.entity.js';

/** Who carries parcels handed over in a province when the sender names no operator. */
@Entity({ schema: 'postal', name: 'default_operator' })
export class DefaultOperatorEntity {
  @PrimaryColumn('text', { name: 'province_code', primaryKeyConstraintName: 'PK_default_operator' })
  provinceCode: string;

  @ForeignKey(() => OperatorEntity, { name: 'default_operator_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;
}

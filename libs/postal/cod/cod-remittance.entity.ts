import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** Cash on delivery of several parcels, paid out to their sender in one sum. Its bookings stand with the parcels. */
@Entity({ schema: 'postal', name: 'cod_remittance' })
@Unique('cod_remittance_reference', ['operatorId', 'reference'])
@Check('cod_remittance_amount', 'paid_vnd >= 0')
export class CodRemittanceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_cod_remittance' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'cod_remittance_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  /** What is written with the money. */
  @Column('text')
  reference: string;

  @Column('bigint', { name: 'paid_vnd' })
  paidVnd: number;

  @Column('timestamptz', { name: 'remitted_at' })
  remittedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'remitted_by' })
  remittedBy: string;
}

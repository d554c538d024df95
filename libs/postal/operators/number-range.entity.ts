import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from './operator.entity.js';

/**
 * Serials from which an operator numbers its parcels: UPU S10 (indicator, country) where it may issue them, else its own prefix.
 * Serials only go up, so no number is ever used twice (the rule asks for 24 months).
 */
@Entity({ schema: 'postal', name: 'number_range' })
@Index('number_range_of_operator', ['operatorId', 'serialFrom'])
@Check(
  'number_range_kind',
  `(kind = 's10' and indicator is not null and country is not null and prefix is null)
  or (kind = 'own' and prefix is not null and indicator is null and country is null)`,
)
@Check('number_range_serials', 'serial_from >= 0 and serial_from <= next_serial and next_serial <= serial_to + 1')
export class NumberRangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_number_range' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'number_range_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  kind: 's10' | 'own';

  /** S10 service indicator, e.g. `EE`. */
  @Column('text', { nullable: true })
  indicator: string | null;

  /** ISO country of the issuer; `XA` is user-assigned, so that no demo number can be a real one. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  prefix: string | null;

  @Column('bigint', { name: 'serial_from' })
  serialFrom: number;

  @Column('bigint', { name: 'serial_to' })
  serialTo: number;

  @Column('bigint', { name: 'next_serial' })
  nextSerial: number;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { OperatorEntity } from '../operators/operator.entity.js';

/** A regular transport of an operator from one of its offices to another. Another timetable is a new row. */
@Entity({ schema: 'postal', name: 'leg' })
@Index('leg_of_operator', ['operatorId', 'fromOfficeId'])
@Check('leg_ends', 'from_office_id <> to_office_id')
@Check('leg_departs', `cardinality(departs) > 0 and array_to_string(departs, ',') ~ '^(([01][0-9]|2[0-3]):[0-5][0-9](,|$))+$'`)
@Check('leg_minutes', 'travel_minutes > 0 and cut_off_minutes >= 0')
@Check('leg_validity', 'valid_to is null or valid_to >= valid_from')
export class LegEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_leg' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'leg_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @ForeignKey(() => OfficeEntity, { name: 'leg_from_office' })
  @Column('uuid', { name: 'from_office_id' })
  fromOfficeId: string;

  @ForeignKey(() => OfficeEntity, { name: 'leg_to_office' })
  @Column('uuid', { name: 'to_office_id' })
  toOfficeId: string;

  /** Local times of day, `HH:MM`, ascending. */
  @Column('text', { array: true })
  departs: string[];

  @Column('int', { name: 'travel_minutes' })
  travelMinutes: number;

  /** How long before it leaves a bag must be closed. */
  @Column('int', { name: 'cut_off_minutes' })
  cutOffMinutes: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer runs. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { OperatorEntity } from '../operators/operator.entity.js';
import type { BagState } from './bag-moves.rules.js';

/** Parcels that travel together from one office to the next. Its id is made on the device that opened it, so that a repeat makes no second one. */
@Entity({ schema: 'postal', name: 'bag' })
@Unique('bag_number_unique', ['number'])
@Check('bag_state', `state in ('open', 'closed', 'dispatched', 'arrived', 'opened')`)
@Check('bag_way', 'from_office_id <> to_office_id')
@Check('bag_closed', `(state = 'open') = (closed_at is null)`)
@Check('bag_dispatched', `(state in ('open', 'closed')) = (dispatched_at is null)`)
@Check('bag_arrived', `(state in ('arrived', 'opened')) = (arrived_at is not null)`)
@Check('bag_opened', `(state = 'opened') = (opened_at is not null)`)
@Index('bag_leaving', ['fromOfficeId', 'madeAt'])
@Index('bag_coming', ['toOfficeId', 'madeAt'])
export class BagEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_bag' })
  id: string;

  /** SSCC of 18 digits when the operator holds a GS1 prefix, else `TUI` with ten digits and a check digit. */
  @Column('text')
  number: string;

  @ForeignKey(() => OperatorEntity, { name: 'bag_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @ForeignKey(() => OfficeEntity, { name: 'bag_from_office' })
  @Column('uuid', { name: 'from_office_id' })
  fromOfficeId: string;

  @ForeignKey(() => OfficeEntity, { name: 'bag_to_office' })
  @Column('uuid', { name: 'to_office_id' })
  toOfficeId: string;

  @Column('text')
  state: BagState;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  /** When it was unpacked at its destination. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
}

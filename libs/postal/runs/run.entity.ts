import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

export const RUN_STATES = ['planned', 'started', 'ended'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One postman's round of a day. It is planned at the office and belongs to whoever starts it. */
@Entity({ schema: 'postal', name: 'run' })
@Index('run_of_office', ['officeId', 'day'])
@Index('run_of_courier', ['courierId'], { unique: true, where: `state = 'started'` })
@Check('run_state', `state in ('planned', 'started', 'ended')`)
@Check(
  'run_times',
  `(state = 'planned') = (started_at is null) and (started_at is null) = (courier_id is null)
    and (state = 'ended') = (ended_at is not null)`,
)
export class RunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_run' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'run_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** As the office calls it. */
  @Column('text')
  name: string;

  @Column('date')
  day: string;

  @Column('text')
  state: RunState;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** Account of the person who carries it; one round at a time. */
  @Column('uuid', { name: 'courier_id', nullable: true })
  courierId: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Place } from '@choxa/places';
import { LotEntity } from './lot.entity.js';
import { TRACE_STEPS, type TraceStep } from './lot.rules.js';

/** Something that happened to a lot, as its household tells it. Append-only: the database refuses to change or delete one. */
@Entity({ schema: 'labelling', name: 'trace_event' })
@Check('trace_event_step', `step in (${TRACE_STEPS.map((step) => `'${step}'`).join(', ')})`)
@Check('trace_event_offset', `time_zone_offset ~ '^[+-][0-9]{2}:[0-9]{2}$'`)
@Check('trace_event_captured', '(captured_id is null) = (captured is null)')
@Index('trace_event_lot', ['lotId', 'occurredAt'])
@Index('trace_event_captured_once', ['capturedId', 'lotId'], { unique: true, where: 'captured_id is not null' })
export class TraceEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => LotEntity, { name: 'trace_event_lot_fk' })
  @Column('uuid', { name: 'lot_id' })
  lotId: string;

  @Column('text')
  step: TraceStep;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;

  /** EPCIS `eventTimeZoneOffset`: where the clock on the wall stood. */
  @Column('text', { name: 'time_zone_offset' })
  timeZoneOffset: string;

  /** Where, as it was called at the time. */
  @Column('jsonb', { nullable: true })
  place: Place | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** EPCIS `eventID` under which another system reported it; null for one recorded here, whose id it then is. */
  @Column('text', { name: 'captured_id', nullable: true })
  capturedId: string | null;

  /** The event as it was reported, word for word. */
  @Column('jsonb', { nullable: true })
  captured: object | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}

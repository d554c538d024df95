import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ErrorReason } from '@choxa/standards';
import { TraceEventEntity } from './trace-event.entity.js';

/** The declaration that a recorded event is wrong (EPCIS `errorDeclaration`). The event itself stays as it was; append-only like it. */
@Entity({ schema: 'labelling', name: 'event_correction' })
@Check('event_correction_reason', `reason in ('did_not_occur', 'incorrect_data')`)
export class EventCorrectionEntity {
  @ForeignKey(() => TraceEventEntity, { name: 'event_correction_event_fk' })
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text')
  reason: ErrorReason;

  /** What was wrong, in the words of whoever declares it. */
  @Column('text')
  note: string;

  /** EPCIS ids of the events that hold instead. */
  @Column('text', { name: 'corrective_event_ids', array: true })
  correctiveEventIds: string[];

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: string;
}

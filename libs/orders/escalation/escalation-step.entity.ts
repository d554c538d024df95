import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { EscalationAction } from './escalation.rules.js';

/** From when to when which step is taken, how long after the order. Dated rows with their basis: a change of rules is a row. */
@Entity({ schema: 'orders', name: 'escalation_step' })
@Check('escalation_step_action', `action in ('alert', 'reminder', 'task', 'cancellation')`)
@Check('escalation_step_after', 'after_minutes >= 0')
@Check('escalation_step_hours', '(from_hour is null) = (to_hour is null) and from_hour >= 0 and to_hour <= 24 and from_hour < to_hour')
@Check('escalation_step_validity', 'valid_to > valid_from')
export class EscalationStepEntity {
  @PrimaryColumn('text')
  action: EscalationAction;

  @Column('int', { name: 'after_minutes' })
  afterMinutes: number;

  /** Local hours between which it is taken; both null: at any hour. */
  @Column('int', { name: 'from_hour', nullable: true })
  fromHour: number | null;

  @Column('int', { name: 'to_hour', nullable: true })
  toHour: number | null;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it does not count any more. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text')
  basis: string;
}

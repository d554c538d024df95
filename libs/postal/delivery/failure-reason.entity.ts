import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { NextAction, NonDeliveryReason } from '@choxa/standards';

export const FAULTS = ['recipient', 'sender', 'post', 'circumstance'] as const;
export type Fault = (typeof FAULTS)[number];

/** What follows from a reason of a failed attempt while the row holds. Its words stand in the published code list (standards). */
@Entity({ schema: 'postal', name: 'failure_reason' })
@Check('failure_reason_fault', `fault in ('recipient', 'sender', 'post', 'circumstance')`)
@Check('failure_reason_validity', 'valid_to is null or valid_to > valid_from')
export class FailureReasonEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_failure_reason' })
  code: NonDeliveryReason;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_failure_reason' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** On whose side the cause lies. */
  @Column('text')
  fault: Fault;

  /** Whether it counts as a try in the sense of the law: what the post or the weather caused does not. */
  @Column('boolean')
  counts: boolean;

  /** What usually comes next. */
  @Column('text', { name: 'next_action' })
  nextAction: NextAction;

  @Column('text')
  basis: string;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export const LABEL_POLICY_MODES = ['off', 'grace', 'on'] as const;
/** `off`: unlabelled packs are sold. `grace`: for a time. `on`: not at all. */
export type LabelPolicyMode = (typeof LABEL_POLICY_MODES)[number];

/** What the platform asks of labels from a day on. A change is one row more, not a release. */
@Entity({ schema: 'labelling', name: 'label_policy' })
@Check('label_policy_mode', `mode in ('off', 'grace', 'on')`)
@Check('label_policy_days', 'grace_days >= 0 and notice_days >= 0')
@Check('label_policy_period', 'valid_to > valid_from')
export class LabelPolicyEntity {
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the row no longer holds; null while it does. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text')
  mode: LabelPolicyMode;

  /** Days after that of the first publication on which an unlabelled pack may still be sold. */
  @Column('int', { name: 'grace_days' })
  graceDays: number;

  /** Never fewer days than these between the day a gap is first seen and the pause: for labels that were complete, and for a new policy. */
  @Column('int', { name: 'notice_days' })
  noticeDays: number;

  /** Days before the end on which to remind. */
  @Column('int', { name: 'reminder_days', array: true })
  reminderDays: number[];

  @Column('text')
  basis: string;
}

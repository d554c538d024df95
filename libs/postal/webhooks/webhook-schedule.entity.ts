import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** When a message that failed is tried again, and when a webhook that always fails is given up, from a day on. */
@Entity({ schema: 'postal', name: 'webhook_schedule' })
@Check('webhook_schedule_waits', `cardinality(waits_seconds) > 0 and 0 < all (waits_seconds) and disable_after_seconds > 0`)
@Check('webhook_schedule_validity', 'valid_to is null or valid_to > valid_from')
export class WebhookScheduleEntity {
  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_webhook_schedule' })
  validFrom: string;

  /** The first day on which it no longer counts; null: it does until further notice. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Before the second try, before the third, … */
  @Column('int', { name: 'waits_seconds', array: true })
  waitsSeconds: number[];

  @Column('int', { name: 'disable_after_seconds' })
  disableAfterSeconds: number;

  @Column('text')
  basis: string;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a seller order that is paid before it is packed waits for its money. A change is a new row. */
@Entity({ schema: 'orders', name: 'unpaid_rule' })
@Check('unpaid_rule_hours', 'remind_after_hours > 0 and cancel_after_hours > remind_after_hours')
@Check('unpaid_rule_period', 'valid_to is null or valid_to >= valid_from')
export class UnpaidRuleEntity {
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null while it is in force. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int', { name: 'remind_after_hours' })
  remindAfterHours: number;

  @Column('int', { name: 'cancel_after_hours' })
  cancelAfterHours: number;

  @Column('text')
  basis: string;
}

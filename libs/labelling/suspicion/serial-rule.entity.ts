import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** From which day on how far and how fast one serial must travel to be suspicious. A change is one row more. */
@Entity({ schema: 'labelling', name: 'serial_rule' })
@Check('serial_rule_days', 'valid_to > valid_from')
@Check('serial_rule_limits', 'far_km > 0 and within_hours > 0')
export class SerialRuleEntity {
  /** First day. */
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the row no longer holds; null while it does. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int', { name: 'far_km' })
  farKm: number;

  @Column('int', { name: 'within_hours' })
  withinHours: number;

  @Column('text')
  basis: string;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** What an operator decides about its labels and bags. An operator without a row has no GS1 prefix and shows no telephone on the outside. */
@Entity({ schema: 'postal', name: 'counter_setting' })
@Check('counter_setting_prefix', `gs1_prefix ~ '^[0-9]{4,12}$'`)
export class CounterSettingEntity {
  @ForeignKey(() => OperatorEntity, { name: 'counter_setting_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_counter_setting' })
  operatorId: string;

  /** GS1 company prefix: with it bags are numbered by SSCC. */
  @Column('text', { name: 'gs1_prefix', nullable: true })
  gs1Prefix: string | null;

  /** Whether labels carry the telephones of sender and recipient in full. */
  @Column('boolean', { name: 'phone_on_label', default: false })
  phoneOnLabel: boolean;
}

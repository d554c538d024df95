import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

export const SURCHARGE_KINDS = ['insurance', 'pick_up'] as const;
export type SurchargeKind = (typeof SURCHARGE_KINDS)[number];

/** What an operator asks for insuring the declared value, or for fetching a parcel at the sender's: a share of the amount, but at least the minimum. */
@Entity({ schema: 'postal', name: 'surcharge' })
@Unique('surcharge_day', ['operatorId', 'kind', 'validFrom'])
@Check('surcharge_kind', `kind in ('insurance', 'pick_up')`)
@Check('surcharge_amounts', 'rate_bp between 0 and 10000 and minimum_vnd >= 0')
@Check('surcharge_validity', 'valid_to is null or valid_to > valid_from')
export class SurchargeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_surcharge' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'surcharge_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  kind: SurchargeKind;

  /** Hundredths of a percent of the declared value; of no account for fetching. */
  @Column('int', { name: 'rate_bp' })
  rateBp: number;

  @Column('bigint', { name: 'minimum_vnd' })
  minimumVnd: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** The decision it rests on. */
  @Column('text')
  basis: string;
}

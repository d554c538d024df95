import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Figures that deliveries are held against, each with the unit in its name. */
export const DELIVERY_NORMS = [
  'far_meters',
  'office_meters',
  'area_meters',
  'burst_count',
  'burst_seconds',
  'speed_kmh',
  'dispute_hours',
  'notice_working_days',
  'collect_working_days',
  'return_wait_working_days',
] as const;
export type DeliveryNorm = (typeof DELIVERY_NORMS)[number];

/** A term or limit of delivering while the row holds: of the law, or of the house. */
@Entity({ schema: 'postal', name: 'delivery_norm' })
@Check('delivery_norm_amount', 'amount > 0')
@Check('delivery_norm_validity', 'valid_to is null or valid_to > valid_from')
export class DeliveryNormEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_delivery_norm' })
  code: DeliveryNorm;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_delivery_norm' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int')
  amount: number;

  @Column('text')
  basis: string;
}

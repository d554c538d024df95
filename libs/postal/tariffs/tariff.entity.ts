import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';
import type { Zone } from './norm.entity.js';

/** One price: a zone, a weight step, from a day until another. A change of price is a new row. */
@Entity({ schema: 'postal', name: 'tariff' })
@Index('tariff_step', ['operatorId', 'zone', 'upToGrams', 'validFrom'], { unique: true })
@Check('tariff_zone', `zone in ('province', 'region', 'nation')`)
@Check('tariff_amounts', 'up_to_grams > 0 and price_vnd >= 0 and cod_fee_vnd >= 0')
@Check('tariff_cod_rate', 'cod_rate_bp between 0 and 10000')
@Check('tariff_volume', 'cm3_per_kg > 0')
@Check('tariff_validity', 'valid_until is null or valid_until > valid_from')
export class TariffEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_tariff' })
  id: string;

  @ForeignKey(() => OperatorEntity, { name: 'tariff_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  zone: Zone;

  /** Heaviest parcel of the step. */
  @Column('int', { name: 'up_to_grams' })
  upToGrams: number;

  @Column('bigint', { name: 'price_vnd' })
  priceVnd: number;

  /** A bulky parcel is charged as if so many cubic centimetres weighed a kilogram. */
  @Column('int', { name: 'cm3_per_kg', default: 6000 })
  cm3PerKg: number;

  /** Added when there is cash to collect: this at least, or the share of the cash in `cod_rate_bp`. */
  @Column('bigint', { name: 'cod_fee_vnd' })
  codFeeVnd: number;

  /** Hundredths of a percent of the cash. */
  @Column('int', { name: 'cod_rate_bp', default: 0 })
  codRateBp: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  /** The decision it rests on. */
  @Column('text')
  basis: string;
}

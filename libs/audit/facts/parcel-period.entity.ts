import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * How many parcels of a kind ended in a quarter: the totals of the closed parcels. Version 0 follows the facts; the others are frozen with
 * their period, which may be a year. `''` stands for none.
 */
@Entity({ schema: 'audit', name: 'parcel_period' })
@Index('parcel_period_empty', ['period'], { where: 'parcels = 0' })
@Check('parcel_period_parcels', 'parcels >= 0')
@Check('parcel_period_version', 'version >= 0')
export class ParcelPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  /** Place of the recipient. */
  @PrimaryColumn('text', { name: 'province_code' })
  provinceCode: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('text', { name: 'operator_code' })
  operatorCode: string;

  @PrimaryColumn('text')
  outcome: string;

  @PrimaryColumn('text', { name: 'delivery_place' })
  deliveryPlace: string;

  /** Why the first try failed. */
  @PrimaryColumn('text', { name: 'failure_reason' })
  failureReason: string;

  /** Delivered at the first try. */
  @PrimaryColumn('boolean', { name: 'at_once' })
  atOnce: boolean;

  @PrimaryColumn('boolean', { name: 'digital_address' })
  digitalAddress: boolean;

  @Column('int')
  parcels: number;
}

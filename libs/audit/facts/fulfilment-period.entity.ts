import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many seller orders delivered in a quarter took so many hours: the totals of the fulfilments. Versions as of the parcel periods. */
@Entity({ schema: 'audit', name: 'fulfilment_period' })
@Check('fulfilment_period_parcels', 'parcels >= 0')
@Check('fulfilment_period_version', 'version >= 0')
export class FulfilmentPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  /** Place of the household. */
  @PrimaryColumn('text', { name: 'province_code' })
  provinceCode: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('int', { name: 'to_hand_over_hours' })
  toHandOverHours: number;

  @PrimaryColumn('int', { name: 'to_delivery_hours' })
  toDeliveryHours: number;

  /** Seller orders, each as one parcel. */
  @Column('int')
  parcels: number;
}

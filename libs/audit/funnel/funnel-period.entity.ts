import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the products of a commune and set came in a closed period: the funnel as it was frozen. Each product is in one row, so rows add up. */
@Entity({ schema: 'audit', name: 'funnel_period' })
@Check('funnel_period_version', 'version > 0')
@Check('funnel_period_steps', 'listed >= labelled and labelled >= sold and sold >= delivered and delivered >= 0')
@Check('funnel_period_net', 'sold >= net_sold and delivered >= net_delivered and net_sold >= net_delivered and net_delivered >= 0')
export class FunnelPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  @PrimaryColumn('text', { name: 'province_code' })
  provinceCode: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('text', { name: 'set_code' })
  setCode: string;

  @Column('int')
  listed: number;

  @Column('int')
  labelled: number;

  @Column('int')
  sold: number;

  @Column('int')
  delivered: number;

  /** Without lines that a household sold to itself. */
  @Column('int', { name: 'net_sold' })
  netSold: number;

  @Column('int', { name: 'net_delivered' })
  netDelivered: number;
}

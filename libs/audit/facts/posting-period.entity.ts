import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many parcels were handed over in a quarter, and for what postage: the totals of the accepted parcels. Versions as of the parcel periods. */
@Entity({ schema: 'audit', name: 'posting_period' })
@Index('posting_period_empty', ['period'], { where: 'parcels = 0' })
@Check('posting_period_sums', 'parcels >= 0 and postage_vnd >= 0')
@Check('posting_period_version', 'version >= 0')
export class PostingPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  /** Place of the sender. */
  @PrimaryColumn('text', { name: 'province_code' })
  provinceCode: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('text', { name: 'operator_code' })
  operatorCode: string;

  @PrimaryColumn('boolean', { name: 'by_system' })
  bySystem: boolean;

  @Column('int')
  parcels: number;

  @Column('bigint', { name: 'postage_vnd' })
  postageVnd: number;
}

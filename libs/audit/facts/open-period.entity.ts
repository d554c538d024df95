import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * How many parcels were open when a quarter ended, by age. Version 0 follows the facts and holds those that have been closed since: the others
 * may yet be open at the ends of quarters to come, so they are asked themselves. Other versions are frozen with their period and hold all.
 */
@Entity({ schema: 'audit', name: 'open_period' })
@Index('open_period_empty', ['period'], { where: 'parcels = 0' })
@Check('open_period_parcels', 'parcels >= 0')
@Check('open_period_version', 'version >= 0')
export class OpenPeriodEntity {
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

  /** One of the bands of open parcels. */
  @PrimaryColumn('text')
  band: string;

  @Column('int')
  parcels: number;
}

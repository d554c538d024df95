import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many parcels were open when a period was closed, by age: frozen with its version. Of running periods the accepted parcels themselves are asked. */
@Entity({ schema: 'audit', name: 'open_period' })
@Check('open_period_parcels', 'parcels > 0')
@Check('open_period_version', 'version > 0')
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

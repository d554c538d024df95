import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A field that labels of a product's traded lines of a period lacked; beside each `ProductPeriodEntity`, by the same key and version; services are left out. */
@Entity({ schema: 'audit', name: 'product_gap' })
@Index('product_gap_province', ['period', 'version', 'provinceCode'])
@Index('product_gap_commune', ['period', 'version', 'communeCode'])
@Check('product_gap_version', 'version >= 0')
@Check('product_gap_lines', 'lines > 0 and net_lines between 0 and lines')
export class ProductGapEntity {
  /** Key of a quarter, a year to the end of a quarter, or a year. */
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  @PrimaryColumn('uuid', { name: 'product_id' })
  productId: string;

  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('text', { name: 'set_code' })
  setCode: string;

  /** Code of the label field. */
  @PrimaryColumn('text')
  field: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  /** Lines that lacked it. */
  @Column('int')
  lines: number;

  @Column('int', { name: 'net_lines' })
  netLines: number;
}

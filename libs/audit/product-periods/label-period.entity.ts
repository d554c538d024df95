import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LineSums } from './line-sums.js';

/**
 * What the rows of `ProductPeriodEntity` come to in a commune, under one set and under all of them, services left out: so that a figure of the
 * nation need not read every product. A product with several rows counts here by its lines only, for it is one product wherever it was sold.
 */
@Entity({ schema: 'audit', name: 'label_period' })
@Index('label_period_set', ['period', 'version', 'setCode'])
@Check('label_period_version', 'version >= 0')
@Check('label_period_lines', 'lines > 0 and compliant_lines between 0 and lines and net_lines between 0 and lines')
@Check('label_period_products', 'compliant_products between 0 and products and net_products between 0 and products')
@Check('label_period_buyer_marks', 'cardinality(buyer_marks) between 1 and 5')
export class LabelPeriodEntity extends LineSums {
  /** Key of a quarter, a year to the end of a quarter, or a year. */
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  @PrimaryColumn('text', { name: 'commune_code' })
  communeCode: string;

  @PrimaryColumn('text', { name: 'province_code' })
  provinceCode: string;

  /** `all` stands for all of them. */
  @PrimaryColumn('text', { name: 'set_code' })
  setCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  /** Products with one row in the period, and how many of them carry each mark; the others are counted from their rows. */
  @Column('int')
  products: number;

  @Column('int', { name: 'compliant_products' })
  compliantProducts: number;

  @Column('int', { name: 'strict_products' })
  strictProducts: number;

  @Column('int', { name: 'checked_products' })
  checkedProducts: number;

  @Column('int', { name: 'brand_products' })
  brandProducts: number;

  @Column('int', { name: 'barcode_products' })
  barcodeProducts: number;

  @Column('int', { name: 'origin_products' })
  originProducts: number;

  /** The same without self-dealing. */
  @Column('int', { name: 'net_products' })
  netProducts: number;

  @Column('int', { name: 'net_compliant_products' })
  netCompliantProducts: number;

  @Column('int', { name: 'net_strict_products' })
  netStrictProducts: number;

  @Column('int', { name: 'net_checked_products' })
  netCheckedProducts: number;

  @Column('int', { name: 'net_brand_products' })
  netBrandProducts: number;

  @Column('int', { name: 'net_barcode_products' })
  netBarcodeProducts: number;

  @Column('int', { name: 'net_origin_products' })
  netOriginProducts: number;

  /** Marks of at most five buyers, the smallest ones. Never leaves audit. */
  @Column('bigint', { name: 'buyer_marks', array: true })
  buyerMarks: number[];
}

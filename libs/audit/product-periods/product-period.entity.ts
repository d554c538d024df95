import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LineSums } from './line-sums.js';

/**
 * What a product's traded lines of a period come to, per seller, place and set as they were when each line was ordered. Version 0 follows the facts,
 * in every period in which they lie; the others are frozen with their period. A flag holds when it holds for all lines. What begins with `net` leaves
 * the lines out that a household sold to itself, and its flags are null where no line is left.
 */
@Entity({ schema: 'audit', name: 'product_period' })
@Index('product_period_province', ['period', 'version', 'provinceCode'])
@Index('product_period_commune', ['period', 'version', 'communeCode'])
@Index('product_period_household', ['period', 'version', 'householdId'])
@Index('product_period_many', ['period', 'version', 'productId'], { where: 'sole and not service and buyers >= 5' })
@Index('product_period_apart', ['period', 'version'], { where: 'not sole or service' })
@Check('product_period_version', 'version >= 0')
@Check('product_period_lines', 'lines > 0 and net_lines between 0 and lines')
@Check('product_period_address', 'net_address_lines between 0 and address_lines and address_lines <= lines')
@Check('product_period_compliant', 'compliant = (compliant_lines = lines)')
@Check('product_period_buyer_marks', 'cardinality(buyer_marks) = least(buyers, 5)')
export class ProductPeriodEntity extends LineSums {
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

  /** Set 26: outside every share. */
  @PrimaryColumn('boolean')
  service: boolean;

  @Column('text', { name: 'product_name' })
  productName: string;

  @Column('text', { name: 'household_name' })
  householdName: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('boolean')
  compliant: boolean;

  /** Compliant, and with a GTIN. */
  @Column('boolean')
  strict: boolean;

  /** Compliant, and checked by a person. */
  @Column('boolean')
  checked: boolean;

  @Column('boolean')
  brand: boolean;

  @Column('boolean')
  barcode: boolean;

  /** The barcode stands, and is a GTIN. */
  @Column('boolean')
  gtin: boolean;

  @Column('boolean')
  origin: boolean;

  @Column('boolean', { name: 'net_compliant', nullable: true })
  netCompliant: boolean | null;

  @Column('boolean', { name: 'net_strict', nullable: true })
  netStrict: boolean | null;

  @Column('boolean', { name: 'net_checked', nullable: true })
  netChecked: boolean | null;

  @Column('boolean', { name: 'net_brand', nullable: true })
  netBrand: boolean | null;

  @Column('boolean', { name: 'net_barcode', nullable: true })
  netBarcode: boolean | null;

  @Column('boolean', { name: 'net_gtin', nullable: true })
  netGtin: boolean | null;

  @Column('boolean', { name: 'net_origin', nullable: true })
  netOrigin: boolean | null;

  /** Handed over at the buyer's address or shared letter box. */
  @Column('int', { name: 'address_lines', default: 0 })
  addressLines: number;

  @Column('int', { name: 'net_address_lines', default: 0 })
  netAddressLines: number;

  /** The only row of its product in the period and version: it tells of the product without any grouping. */
  @Column('boolean')
  sole: boolean;

  /** Distinct buyers. */
  @Column('int')
  buyers: number;

  /** Marks of at most five of them, other ones in each period: enough to tell whether several rows have five buyers together. Never leaves audit. */
  @Column('bigint', { name: 'buyer_marks', array: true })
  buyerMarks: number[];
}

import { Column } from 'typeorm';

/** What traded lines come to in a row of a table: how many there are, and how far their labels go. */
export abstract class LineSums {
  @Column('int')
  lines: number;

  @Column('int', { name: 'compliant_lines' })
  compliantLines: number;

  /** With a GTIN; with a number of the platform; the rest have none. */
  @Column('int', { name: 'gtin_lines' })
  gtinLines: number;

  @Column('int', { name: 'internal_lines' })
  internalLines: number;

  @Column('bigint', { name: 'value_vnd' })
  valueVnd: number;

  @Column('bigint', { name: 'compliant_vnd' })
  compliantVnd: number;

  /** By the level of each part; the rest have level `none`. */
  @Column('int', { name: 'brand_declared' })
  brandDeclared: number;

  @Column('int', { name: 'brand_format_valid' })
  brandFormatValid: number;

  @Column('int', { name: 'brand_checked' })
  brandChecked: number;

  @Column('int', { name: 'barcode_declared' })
  barcodeDeclared: number;

  @Column('int', { name: 'barcode_format_valid' })
  barcodeFormatValid: number;

  @Column('int', { name: 'barcode_checked' })
  barcodeChecked: number;

  @Column('int', { name: 'origin_declared' })
  originDeclared: number;

  @Column('int', { name: 'origin_format_valid' })
  originFormatValid: number;

  @Column('int', { name: 'origin_checked' })
  originChecked: number;

  /** The same without what a household sold to itself. */
  @Column('int', { name: 'net_lines' })
  netLines: number;

  @Column('int', { name: 'net_compliant_lines' })
  netCompliantLines: number;

  @Column('int', { name: 'net_gtin_lines' })
  netGtinLines: number;

  @Column('int', { name: 'net_internal_lines' })
  netInternalLines: number;

  @Column('bigint', { name: 'net_value_vnd' })
  netValueVnd: number;

  @Column('bigint', { name: 'net_compliant_vnd' })
  netCompliantVnd: number;

  @Column('int', { name: 'net_brand_declared' })
  netBrandDeclared: number;

  @Column('int', { name: 'net_brand_format_valid' })
  netBrandFormatValid: number;

  @Column('int', { name: 'net_brand_checked' })
  netBrandChecked: number;

  @Column('int', { name: 'net_barcode_declared' })
  netBarcodeDeclared: number;

  @Column('int', { name: 'net_barcode_format_valid' })
  netBarcodeFormatValid: number;

  @Column('int', { name: 'net_barcode_checked' })
  netBarcodeChecked: number;

  @Column('int', { name: 'net_origin_declared' })
  netOriginDeclared: number;

  @Column('int', { name: 'net_origin_format_valid' })
  netOriginFormatValid: number;

  @Column('int', { name: 'net_origin_checked' })
  netOriginChecked: number;
}

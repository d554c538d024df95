import type { Side } from '../indicator.js';

/** What the shares of indicator 12 are made of. */
export interface SideCounts {
  products: number;
  compliantProducts: number;
  /** Compliant, and every line with a GTIN. */
  strictProducts: number;
  /** Compliant, and every line checked by a person. */
  checkedProducts: number;
  brandProducts: number;
  barcodeProducts: number;
  originProducts: number;
  lines: number;
  compliantLines: number;
  valueVnd: number;
  compliantVnd: number;
}

const COLUMNS = {
  products: 'products',
  compliantProducts: 'compliant_products',
  strictProducts: 'strict_products',
  checkedProducts: 'checked_products',
  brandProducts: 'brand_products',
  barcodeProducts: 'barcode_products',
  originProducts: 'origin_products',
  lines: 'lines',
  compliantLines: 'compliant_lines',
  valueVnd: 'value_vnd',
  compliantVnd: 'compliant_vnd',
} as const satisfies Record<keyof SideCounts, string>;
export type SideColumn = (typeof COLUMNS)[keyof SideCounts];
export const SIDE_COLUMNS: readonly SideColumn[] = Object.values(COLUMNS);

export function sideCounts(of: (column: SideColumn) => number): SideCounts {
  const counts = Object.entries(COLUMNS).map(([key, column]) => [key, of(column)]);
  return Object.fromEntries(counts) as Record<keyof SideCounts, number>;
}

/** The shares beside indicator 12, of the whole and of each cell; without values where few bought. */
export function labelSides(counts: SideCounts, fewBuyers: boolean): Side[] {
  const ofProducts = (key: string, numerator: number): Side => ({ key, numerator, denominator: counts.products, unit: 'products' });
  const byValue: Side = { key: 'byValue', numerator: counts.compliantVnd, denominator: counts.valueVnd, unit: 'vnd' };
  return [
    { key: 'byLine', numerator: counts.compliantLines, denominator: counts.lines, unit: 'lines' },
    ...(fewBuyers ? [] : [byValue]),
    ofProducts('strictGtin', counts.strictProducts),
    ofProducts('checkedByPerson', counts.checkedProducts),
    ofProducts('brand', counts.brandProducts),
    ofProducts('barcode', counts.barcodeProducts),
    ofProducts('origin', counts.originProducts),
  ];
}

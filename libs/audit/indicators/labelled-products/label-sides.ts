import type { Side } from '../indicator.js';
import type { LabelCounts } from './labelled-products.query.js';

type Counted = Omit<LabelCounts, 'gtinProducts' | 'gtinLines' | 'internalLines' | 'levels'>;

/** The shares beside indicator 12, of the whole and of each cell; without values where few bought. */
export function labelSides(counts: Counted, fewBuyers: boolean): Side[] {
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

import type { Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import type { CellFigure, Figure, Indicator } from '../indicator.js';
import { LABELLED_METHODS } from './labelled-methods.js';
import { countLabelledProducts } from './labelled-products.query.js';

/** Indicator 12. */
export const LABELLED_PRODUCTS: Indicator = {
  number: 12,
  titleVi: 'Tỷ lệ sản phẩm đã giao dịch có đủ nhãn hiệu, mã vạch và xuất xứ rõ ràng',
  titleEn: 'Share of traded products with brand, barcode and clear origin',
  measure: 'share',
  unit: 'products',
  methods: LABELLED_METHODS,
  breakdowns: ['province', 'commune', 'household', 'product', 'set'],
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const counts = await countLabelledProducts(tx, scope);
  const ofProducts = (key: string, numerator: number) => ({ key, numerator, denominator: counts.products, unit: 'products' });
  return {
    numerator: counts.compliantProducts,
    denominator: counts.products,
    net: null,
    sides: [
      { key: 'byLine', numerator: counts.compliantLines, denominator: counts.lines, unit: 'lines' },
      { key: 'byValue', numerator: counts.compliantVnd, denominator: counts.valueVnd, unit: 'vnd' },
      ofProducts('strictGtin', counts.strictProducts),
      ofProducts('checkedByPerson', counts.checkedProducts),
      ofProducts('brand', counts.brandProducts),
      ofProducts('barcode', counts.barcodeProducts),
      ofProducts('origin', counts.originProducts),
    ],
  };
}

async function breakdown(tx: Tx, scope: Scope): Promise<CellFigure[]> {
  const { provinces } = await countLabelledProducts(tx, scope);
  return provinces.map(({ code, name, compliantProducts, products }) => ({
    code,
    name,
    numerator: compliantProducts,
    denominator: products,
    net: null,
    sides: [],
  }));
}

import type { Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import type { Cut, Scope } from '../../scope/scope.js';
import type { CellFigure, Figure, Indicator } from '../indicator.js';
import { boughtByFew } from './few-buyers.rules.js';
import { breakDownLabelled, isLabelCut } from './label-cells.query.js';
import { labelSides } from './label-sides.js';
import { LABELLED_METHODS } from './labelled-methods.js';
import { countLabelledProducts, type LabelledProducts } from './labelled-products.query.js';

/** With all that is counted of the labels. */
export interface LabelledFigure extends Figure {
  counts: LabelledProducts;
}

/** Indicator 12. */
export const LABELLED_PRODUCTS: Indicator<LabelledFigure> = {
  number: 12,
  titleVi: 'Tỷ lệ sản phẩm đã giao dịch có đủ nhãn hiệu, mã vạch và xuất xứ rõ ràng',
  titleEn: 'Share of traded products with brand, barcode and clear origin',
  measure: 'share',
  unit: 'products',
  methods: LABELLED_METHODS,
  breakdowns: ['province', 'commune', 'household', 'product', 'set'],
  frozen: true,
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope): Promise<LabelledFigure> {
  const counts = await countLabelledProducts(tx, scope);
  const { raw, net, buyers } = counts;
  return {
    counts,
    numerator: raw.compliantProducts,
    denominator: raw.products,
    net: { numerator: net.compliantProducts, denominator: net.products },
    sides: labelSides(raw, boughtByFew(buyers)),
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut): Promise<CellFigure[]> {
  if (!isLabelCut(by)) return [];
  const cells = await breakDownLabelled(tx, scope, by);
  return cells.map((cell) => ({
    code: cell.code,
    name: by === 'set' ? (findProductSet(cell.code)?.vi ?? cell.name) : cell.name,
    numerator: cell.compliantProducts,
    denominator: cell.products,
    net: { numerator: cell.netCompliantProducts, denominator: cell.netProducts },
    fewBuyers: boughtByFew(cell.buyers),
    sides: labelSides(cell, boughtByFew(cell.buyers)),
  }));
}

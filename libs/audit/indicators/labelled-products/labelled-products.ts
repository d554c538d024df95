import type { Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import type { Cut, Scope } from '../../scope/scope.js';
import type { CellFigure, Figure, Indicator, RowsWanted } from '../indicator.js';
import { boughtByFew } from './few-buyers.rules.js';
import { countLabels, type LabelKind, type LabelRow } from './label-counts.query.js';
import { labelHeadlines } from './label-headlines.js';
import { labelSides, SIDE_COLUMNS, sideCounts } from './label-sides.js';
import { LABELLED_METHODS } from './labelled-methods.js';
import { lowestSellers, type SellerKind } from './lowest-sellers.query.js';
import { countLabelledProducts, type LabelledProducts } from './labelled-products.query.js';

/** With all that is counted of the labels. */
export interface LabelledFigure extends Figure {
  counts: LabelledProducts;
}

const SELLERS = ['household', 'product'] as const satisfies SellerKind[];
const BREAKDOWNS = ['province', 'commune', 'household', 'product', 'set'] as const satisfies LabelKind[];

/** Indicator 12. */
export const LABELLED_PRODUCTS: Indicator<LabelledFigure> = {
  number: 12,
  titleVi: 'Tỷ lệ sản phẩm đã giao dịch có đủ nhãn hiệu, mã vạch và xuất xứ rõ ràng',
  titleEn: 'Share of traded products with brand, barcode and clear origin',
  measure: 'share',
  unit: 'products',
  methods: LABELLED_METHODS,
  breakdowns: BREAKDOWNS,
  frozen: true,
  figure,
  headlines: labelHeadlines,
  breakdown,
  lowest: { cuts: SELLERS, page: lowestPage },
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

const CELL_COLUMNS = [...SIDE_COLUMNS, 'net_products', 'net_compliant_products', 'buyers'] as const;

async function breakdown(tx: Tx, scope: Scope, by: Cut): Promise<CellFigure[]> {
  const kind = BREAKDOWNS.find((cut) => cut === by);
  if (!kind) return [];
  return (await countLabels(tx, [scope], kind, CELL_COLUMNS)).map((cell) => toCell(kind, cell));
}

async function lowestPage(tx: Tx, scope: Scope, by: Cut, page: RowsWanted): Promise<CellFigure[]> {
  const kind = SELLERS.find((cut) => cut === by);
  if (!kind) return [];
  const ids = await lowestSellers(tx, scope, kind, page);
  const cells = new Map((await countLabels(tx, [scope], kind, CELL_COLUMNS, ids)).map((cell) => [cell.code, cell]));
  return ids.map((id) => toCell(kind, cells.get(id)!));
}

function toCell(kind: LabelKind, cell: LabelRow<(typeof CELL_COLUMNS)[number]>): CellFigure {
  const fewBuyers = boughtByFew(cell.buyers);
  return {
    code: cell.code,
    name: kind === 'set' ? (findProductSet(cell.code)?.vi ?? cell.name) : cell.name,
    numerator: cell.compliant_products,
    denominator: cell.products,
    net: { numerator: cell.net_compliant_products, denominator: cell.net_products },
    fewBuyers,
    sides: labelSides(
      sideCounts((column) => cell[column]),
      fewBuyers,
    ),
  };
}

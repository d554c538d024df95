import { localDay } from '@choxa/standards';
import { shareOf } from '../share.rules.js';
import type { LabelledProductsDto } from './labelled-products.dto.js';
import type { LabelledProducts } from './labelled-products.query.js';
import type { TradedLineDto } from './traded-lines.dto.js';
import type { TradedLineRow } from './traded-lines.query.js';

/** What indicator 12 says beside its headline. */
export type LabelledBlock = Pick<
  LabelledProductsDto,
  'byLine' | 'byValue' | 'strictGtin' | 'checkedByPerson' | 'parts' | 'missing' | 'services'
>;

export function toLabelledBlock(counts: LabelledProducts): LabelledBlock {
  const { products, compliantVnd, valueVnd } = counts;
  return {
    byLine: shareOf(counts.compliantLines, counts.lines),
    byValue: { numeratorVnd: compliantVnd, denominatorVnd: valueVnd, share: shareOf(compliantVnd, valueVnd).share },
    strictGtin: shareOf(counts.strictProducts, products),
    checkedByPerson: shareOf(counts.checkedProducts, products),
    parts: {
      brand: shareOf(counts.brandProducts, products),
      barcode: shareOf(counts.barcodeProducts, products),
      origin: shareOf(counts.originProducts, products),
    },
    missing: counts.missing.map(({ field, lines, products }) => ({ field, count: lines, products })),
    services: { products: counts.serviceProducts, lines: counts.serviceLines, amountVnd: counts.serviceVnd },
  };
}

export function toTradedLineDto(row: TradedLineRow): TradedLineDto {
  return {
    lineId: row.lineId,
    productId: row.productId,
    productName: row.productName,
    householdId: row.householdId,
    householdName: row.householdName,
    communeCode: row.communeCode,
    communeName: row.communeName,
    provinceCode: row.provinceCode,
    provinceName: row.provinceName,
    setCode: row.setCode,
    deliveredOn: localDay(row.deliveredAt),
    quantity: row.quantity,
    amountVnd: row.amountVnd,
    compliant: row.compliant,
    level: row.level,
    missing: row.missing,
    barcodeKind: row.barcodeKind,
    checkedByPerson: row.checkedByPerson,
  };
}

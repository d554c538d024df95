import { localDay } from '@choxa/standards';
import type { Counted } from '../indicator.js';
import { shareOf } from '../share.rules.js';
import { boughtByFew } from './few-buyers.rules.js';
import type { GainDto, GapDto } from './label-gaps.dto.js';
import type { Gaps, MissingField } from './label-gaps.query.js';
import type { LabelledProductsDto, NetLabelledDto } from './labelled-products.dto.js';
import type { LabelCounts, LabelledProducts } from './labelled-products.query.js';
import type { LabelEvidence } from './product-evidence.query.js';
import type { LabelEvidenceDto } from './traded-product.dto.js';
import type { TradedLineDto } from './traded-lines.dto.js';
import type { TradedLineRow } from './traded-lines.query.js';

/** What indicator 12 says beside its headline. */
export type LabelledBlock = Pick<
  LabelledProductsDto,
  keyof Omit<NetLabelledDto, 'products'> | 'withoutSelfDealing' | 'fewBuyers' | 'missing' | 'services'
>;

export function toLabelledBlock({ raw, net, buyers, services }: LabelledProducts, missing: MissingField[]): LabelledBlock {
  const fewBuyers = boughtByFew(buyers);
  return {
    ...shares(raw, fewBuyers),
    withoutSelfDealing: { products: shareOf(net.compliantProducts, net.products), ...shares(net, fewBuyers) },
    fewBuyers,
    missing: missing.map(({ field, lines, netLines, products }) => ({ field, count: lines, netCount: netLines, products })),
    services,
  };
}

function shares(counts: LabelCounts, fewBuyers: boolean): Omit<NetLabelledDto, 'products'> {
  const { products, compliantVnd, valueVnd, gtinLines, internalLines, levels } = counts;
  return {
    byLine: shareOf(counts.compliantLines, counts.lines),
    byValue: fewBuyers ? null : { numeratorVnd: compliantVnd, denominatorVnd: valueVnd, share: shareOf(compliantVnd, valueVnd).share },
    strictGtin: shareOf(counts.strictProducts, products),
    checkedByPerson: shareOf(counts.checkedProducts, products),
    parts: {
      brand: shareOf(counts.brandProducts, products),
      barcode: shareOf(counts.barcodeProducts, products),
      origin: shareOf(counts.originProducts, products),
    },
    levels,
    barcodes: { gtin: gtinLines, internal: internalLines },
  };
}

export function toGapDtos({ gaps, of }: Gaps): GapDto[] {
  const gain = (mended: number, { numerator, denominator }: Counted): GainDto => ({
    products: mended,
    after: shareOf(numerator + mended, denominator),
  });
  return gaps.map(({ mended, netMended, ...gap }) => ({ ...gap, gain: gain(mended, of), netGain: gain(netMended, of.net) }));
}

export function toLabelEvidenceDto({ label, lines }: LabelEvidence): LabelEvidenceDto {
  return {
    ruleVersion: label.ruleVersion,
    compliant: label.compliant,
    level: label.level,
    brand: label.parts.brand,
    barcode: label.parts.barcode,
    origin: label.parts.origin,
    missing: label.missing,
    barcodeKind: label.barcode?.kind ?? null,
    barcodeNumber: label.barcode?.number ?? null,
    lotCode: label.lotCode ?? null,
    traceCode: label.traceCode ?? null,
    lines,
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
    fewBuyers: row.fewBuyers,
    deliveredOn: row.fewBuyers ? null : localDay(row.deliveredAt),
    quantity: row.fewBuyers ? null : row.quantity,
    amountVnd: row.fewBuyers ? null : row.amountVnd,
    compliant: row.compliant,
    level: row.level,
    missing: row.missing,
    barcodeKind: row.barcodeKind,
    checkedByPerson: row.checkedByPerson,
    selfDealing: row.selfDealing,
  };
}

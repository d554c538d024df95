import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import type { Area } from '../area/area.rules.js';
import { cutOffOf, type AuditPeriod } from '../periods/audit-period.rules.js';
import type { HeadlineDto, LabelledProductsDto, MoneyShareDto, NamedShareDto, ParcelsToAddressDto, TradedLineDto } from './audit.dto.js';
import { methodFor, type Indicator } from './indicator.js';
import { LABELLED_PRODUCTS, type LabelledProducts } from './labelled-products.query.js';
import { PARCELS_TO_ADDRESS, type ParcelsToAddress } from './parcels-to-address.query.js';
import { shareOf } from './share.rules.js';
import type { TradedLineRow } from './traded-lines.query.js';

/** What was asked, when, and how provinces are called. */
export interface Asked {
  period: AuditPeriod;
  area: Area;
  now: Date;
  /** All provinces of today. */
  provinces: readonly { code: string; name: string }[];
}

export function toLabelledProductsDto(asked: Asked, counts: LabelledProducts): LabelledProductsDto {
  const { products } = counts;
  return {
    ...headline(LABELLED_PRODUCTS, asked),
    ...shareOf(counts.compliantProducts, products),
    byLine: shareOf(counts.compliantLines, counts.lines),
    byValue: moneyShare(counts.compliantVnd, counts.valueVnd),
    strictGtin: shareOf(counts.strictProducts, products),
    checkedByPerson: shareOf(counts.checkedProducts, products),
    parts: {
      brand: shareOf(counts.brandProducts, products),
      barcode: shareOf(counts.barcodeProducts, products),
      origin: shareOf(counts.originProducts, products),
    },
    byProvince: byProvince(
      asked,
      counts.provinces.map(({ code, name, compliantProducts, products }) => ({ code, name, ...shareOf(compliantProducts, products) })),
    ),
    missing: counts.missing.map(({ field, lines, products }) => ({ field, count: lines, products })),
    services: { products: counts.serviceProducts, lines: counts.serviceLines, amountVnd: counts.serviceVnd },
  };
}

export function toParcelsToAddressDto(asked: Asked, counts: ParcelsToAddress): ParcelsToAddressDto {
  const { closed } = counts;
  return {
    ...headline(PARCELS_TO_ADDRESS, asked),
    ...shareOf(counts.toAddress, closed),
    validlyDelivered: shareOf(counts.validlyDelivered, closed),
    firstAttempt: shareOf(counts.firstAttempt, closed),
    byProvince: byProvince(
      asked,
      counts.provinces.map(({ code, toAddress, closed }) => ({ code, name: code, ...shareOf(toAddress, closed) })),
    ),
    byOperator: counts.operators.map(({ code, toAddress, closed }) => ({ code, ...shareOf(toAddress, closed) })),
    outcomes: counts.outcomes,
    deliveryPlaces: counts.deliveryPlaces,
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

type Headline = Omit<HeadlineDto, 'numerator' | 'denominator' | 'share' | 'byProvince'>;

function headline(indicator: Indicator, { period, area, now, provinces }: Asked): Headline {
  const method = methodFor(indicator, period);
  const cutOff = cutOffOf(period, method.returnDays);
  const names = new Map(provinces.map(({ code, name }) => [code, name]));
  return {
    number: indicator.number,
    titleVi: indicator.titleVi,
    titleEn: indicator.titleEn,
    period: period.key,
    firstDay: localDay(period.from),
    lastDay: addDays(localDay(period.until), -1),
    cutOffAt: toLocalTimestamp(cutOff),
    provisional: now < cutOff,
    province: area?.length === 1 ? area[0]! : null,
    covers: (area ?? []).map((code) => ({ code, name: names.get(code) ?? code })),
    target: String(method.targetPercent),
    asOf: toLocalTimestamp(now),
    method: { version: method.version, basis: method.basis, formula: method.formula, textVi: method.textVi, textEn: method.textEn },
  };
}

/** One row per province covered, also where none arose; names of today, else the ones on the facts. */
function byProvince({ area, provinces }: Asked, rows: NamedShareDto[]): NamedShareDto[] {
  const counted = new Map(rows.map((row) => [row.code, row]));
  const names = new Map(provinces.map(({ code, name }) => [code, name]));
  const codes = new Set([...(area ?? names.keys()), ...counted.keys()]);
  return [...codes].sort().map((code) => {
    const row = counted.get(code) ?? { code, name: code, ...shareOf(0, 0) };
    return { ...row, name: names.get(code) ?? row.name };
  });
}

function moneyShare(numeratorVnd: number, denominatorVnd: number): MoneyShareDto {
  return { numeratorVnd, denominatorVnd, share: shareOf(numeratorVnd, denominatorVnd).share };
}

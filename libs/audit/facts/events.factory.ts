import { randomUUID } from 'node:crypto';
import type { SellerOrderDeliveredV1, TradedLineV1 } from '@choxa/orders';
import type { ParcelAcceptedV1, ParcelClosedV1 } from '@choxa/postal-contract';

type Label = TradedLineV1['label'];

/** The snapshot of a label that lacks nothing; tests say what is different. */
export function aLabel(changes: Partial<Label> = {}): Label {
  return {
    ruleVersion: '2026.1',
    applies: true,
    level: 'format_valid',
    compliant: true,
    missing: [],
    parts: { brand: 'format_valid', barcode: 'format_valid', origin: 'format_valid' },
    barcode: { kind: 'gtin', number: '08934588000010' },
    lotId: null,
    lotCode: null,
    traceCode: null,
    ...changes,
  };
}

/** One of a label that lacks its lot. */
export function aLabelWithoutLot(): Label {
  return aLabel({
    compliant: false,
    level: 'none',
    missing: ['origin.lot', 'origin.date'],
    parts: { brand: 'format_valid', barcode: 'format_valid', origin: 'none' },
  });
}

export function aTradedLine(changes: Partial<TradedLineV1> = {}): TradedLineV1 {
  return {
    lineId: randomUUID(),
    productId: randomUUID(),
    productName: 'Cà phê Arabica Cầu Đất',
    packId: randomUUID(),
    setCode: '13',
    quantity: 1,
    amountVnd: 120_000,
    label: aLabel(),
    checkedByPerson: false,
    ...changes,
  };
}

/** A seller order of a household in phường Ba Đình, Hà Nội, with one fully labelled line. */
export function aDelivery(changes: Partial<SellerOrderDeliveredV1> = {}): SellerOrderDeliveredV1 {
  return {
    sellerOrderId: randomUUID(),
    orderNumber: 'CX0001',
    householdId: randomUUID(),
    householdName: 'Hộ Trần Văn Bền',
    communeCode: '00004',
    provinceCode: '01',
    deliveredAt: '2026-08-10T03:00:00.000Z',
    buyerPhoneHash: 'f'.repeat(64),
    lines: [aTradedLine()],
    ...changes,
  };
}

let numbers = 0;

/** A parcel delivered at an address in phường Ba Đình, Hà Nội, at the first try. */
export function aClosedParcel(changes: Partial<ParcelClosedV1> = {}): ParcelClosedV1 {
  return {
    number: `CX${String((numbers += 1)).padStart(9, '0')}XA`,
    operatorCode: 'demo',
    closedAt: '2026-08-10T03:00:00.000Z',
    outcome: 'EMI',
    deliveryPlace: 'address',
    recipientProvinceCode: '01',
    recipientCommuneCode: '00004',
    attempts: 1,
    ...changes,
  };
}

/** A parcel that somebody's system announced, handed over in phường Ba Đình, Hà Nội, and bound for there. */
export function anAcceptedParcel(changes: Partial<ParcelAcceptedV1> = {}): ParcelAcceptedV1 {
  return {
    number: `CX${String((numbers += 1)).padStart(9, '0')}XA`,
    senderReference: randomUUID(),
    acceptedAt: '2026-08-08T03:00:00.000Z',
    weightGrams: 500,
    checks: [],
    operatorCode: 'demo',
    senderProvinceCode: '01',
    senderCommuneCode: '00004',
    recipientProvinceCode: '01',
    recipientCommuneCode: '00004',
    postageVnd: 25_000,
    bySystem: true,
    ...changes,
  };
}

import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import type { SellerOrderDeliveredV1 } from '@choxa/orders';
import type { HouseholdLinkedV1 } from '@choxa/households';
import { aDelivery, aLabel, aTradedLine } from '../facts/events.factory.js';

export const HOUSEHOLDS = [
  ['00004', '01'],
  ['09877', '01'],
  ['11164', '31'],
  ['31309', '92'],
  ['31942', '96'],
].map(([communeCode, provinceCode], index) => ({
  householdId: randomUUID(),
  householdName: `Hộ ${index}`,
  communeCode: communeCode!,
  provinceCode: provinceCode!,
  products: [randomUUID(), randomUUID(), randomUUID()],
}));
export const PERIODS = [
  ...['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2031-Q2'],
  ...['2025-Q4-YTD', '2026-Q1-YTD', '2026-Q2-YTD', '2026-Q3-YTD', '2026-Q4-YTD'],
  ...['2025', '2026', '2027'],
];
export const SETS = ['11', '13'];
const EDGES = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map((day) => Date.parse(`${day}T00:00:00+07:00`));
const DAY = 86_400_000;

type LabelField = SellerOrderDeliveredV1['lines'][number]['label']['missing'][number];

const nearEdge = fc.tuple(fc.constantFrom(...EDGES), fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -DAY, max: DAY })));
const instant = fc.oneof(
  nearEdge.map(([edge, shift]) => edge + shift),
  fc.integer({ min: EDGES[0]! - 40 * DAY, max: EDGES[4]! + 40 * DAY }),
);
/** When a line goes back: at any time after its delivery, or close to the cut-off of a quarter. */
const goingBack = fc.oneof(
  fc.constant(null),
  fc.record({ after: fc.integer({ min: 0, max: 120 * DAY }) }),
  fc.record({ at: fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: -2, max: 2 })).map(([edge, shift]) => edge + 15 * DAY + shift) }),
);
export const FIELDS = ['brand.name', 'brand.owner', 'barcode.number', 'origin.lot', 'origin.date', 'origin.event'] as const;
const label = fc
  .record({
    // Mostly whole labels, so that products all of whose lines comply exist.
    missing: fc.oneof(
      { weight: 4, arbitrary: fc.constant<LabelField[]>([]) },
      { weight: 1, arbitrary: fc.subarray<LabelField>([...FIELDS]) },
    ),
    kind: fc.constantFrom('gtin' as const, 'internal' as const),
    good: fc.constantFrom('format_valid' as const, 'checked' as const),
    bad: fc.constantFrom('none' as const, 'declared' as const),
  })
  .map(({ missing, kind, good, bad }) => {
    const levelOf = (part: string) => (missing.some((field) => field.startsWith(part)) ? bad : good);
    const noNumber = missing.includes('barcode.number');
    return aLabel({
      missing,
      compliant: missing.length === 0,
      level: missing.length ? bad : good,
      parts: { brand: levelOf('brand'), barcode: levelOf('barcode'), origin: levelOf('origin') },
      barcode: noNumber ? null : { kind, number: '08934588000010' },
    });
  });

/** A seller order, and what of it went back. */
export interface Order {
  delivered: SellerOrderDeliveredV1;
  /** When which lines went back. */
  returnedAt: string | null;
  returnedLines: string[];
}

export const order: fc.Arbitrary<Order> = fc
  .record({
    household: fc.constantFrom(...HOUSEHOLDS),
    at: instant,
    goingBack,
    all: fc.boolean(),
    buyer: fc.nat({ max: 11 }),
    guest: fc.boolean(),
    lines: fc.array(
      fc.record({
        product: fc.nat({ max: 2 }),
        amountVnd: fc.integer({ min: 0, max: 5_000_000 }),
        checkedByPerson: fc.boolean(),
        service: fc.nat({ max: 9 }).map((n) => n === 0),
        setCode: fc.constantFrom(...SETS),
        label,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ household: { products, ...household }, at, goingBack, all, buyer, guest, lines }) => {
    const traded = lines.map(({ product, service, setCode, ...line }) =>
      aTradedLine({
        ...line,
        productId: products[product]!,
        setCode: service ? '26' : setCode,
        ...(service ? { label: { ...line.label, compliant: false } } : {}),
      }),
    );
    const back = goingBack && Math.max(at, 'at' in goingBack ? goingBack.at : at + goingBack.after);
    return {
      delivered: aDelivery({
        ...household,
        deliveredAt: new Date(at).toISOString(),
        buyerPhoneHash: `phone ${buyer}`,
        buyerAccountHash: guest ? null : `account ${buyer}`,
        buyerAddressHash: `address ${buyer}`,
        buyerDeviceHash: `device ${buyer}`,
        lines: traded,
      }),
      returnedAt: back === null ? null : new Date(back).toISOString(),
      returnedLines: traded.slice(0, all ? traded.length : 1).map((line) => line.lineId),
    };
  });

/** What is known of a household's own people at first, and what becomes known later: its first buyer is always one of them. */
export function linksOf(household: number): HouseholdLinkedV1[] {
  const { householdId } = HOUSEHOLDS[household]!;
  return [
    { householdId, links: [{ kind: 'phone', hash: `phone ${household}` }] },
    {
      householdId,
      links: [
        { kind: 'account', hash: `account ${household + 1}` },
        { kind: 'address', hash: `address ${household + 2}` },
        { kind: 'device', hash: `device ${household + 3}` },
      ],
    },
  ];
}

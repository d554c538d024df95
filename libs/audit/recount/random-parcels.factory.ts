import * as fc from 'fast-check';
import type { SellerOrderDeliveredV1 } from '@choxa/orders';
import { CLOSING_OUTCOMES, type ParcelAcceptedV1, type ParcelClosedV1 } from '@choxa/postal-contract';
import { DELIVERY_PLACE_CODES } from '@choxa/standards';
import { aClosedParcel, aDelivery, anAcceptedParcel } from '../facts/events.factory.js';

/** One parcel as it is told by the post and, where a shop sent it, by the shop. */
export interface Carried {
  accepted: ParcelAcceptedV1;
  closed: ParcelClosedV1 | null;
  delivered: SellerOrderDeliveredV1 | null;
}

export const PLACES = [
  { communeCode: '00004', provinceCode: '01' },
  { communeCode: '09877', provinceCode: '01' },
  { communeCode: '31309', provinceCode: '92' },
] as const;
const EDGES = ['2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((day) =>
  Date.parse(`${day}T00:00:00+07:00`),
);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const nearEdge = fc.tuple(fc.constantFrom(...EDGES), fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -DAY, max: DAY })));
const instant = fc.oneof(
  nearEdge.map(([edge, shift]) => edge + shift),
  fc.integer({ min: EDGES[0]! - 20 * DAY, max: EDGES.at(-1)! + 60 * DAY }),
);
const text = (at: number) => new Date(at).toISOString();

export const carried: fc.Arbitrary<Carried> = fc
  .record({
    from: fc.constantFrom(...PLACES),
    to: fc.constantFrom(...PLACES),
    operatorCode: fc.constantFrom('a', 'b'),
    acceptedAt: instant,
    took: fc.oneof(fc.integer({ min: 0, max: 45 * DAY }), fc.constantFrom(HOUR, HOUR + 1, 0)),
    bySystem: fc.boolean(),
    postageVnd: fc.option(fc.nat({ max: 90_000 })),
    ended: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    outcome: fc.oneof(fc.constant('EMI' as const), fc.constantFrom(...CLOSING_OUTCOMES)),
    place: fc.constantFrom(...DELIVERY_PLACE_CODES),
    attempts: fc.integer({ min: 1, max: 3 }),
    firstFailure: fc.constantFrom('absent' as const, 'no_answer' as const, 'refused' as const),
    hasDigitalAddress: fc.boolean(),
    deliveryOfficeCode: fc.constantFrom('BC-1', 'BC-2'),
    prepared: fc.oneof(fc.integer({ min: -HOUR, max: 9 * DAY }), fc.constantFrom(0, HOUR)),
  })
  .map(({ from, to, operatorCode, acceptedAt, took, ended, outcome, place, attempts, ...rest }) => {
    const accepted = anAcceptedParcel({
      operatorCode,
      acceptedAt: text(acceptedAt),
      senderProvinceCode: from.provinceCode,
      senderCommuneCode: from.communeCode,
      recipientProvinceCode: to.provinceCode,
      recipientCommuneCode: to.communeCode,
      postageVnd: rest.postageVnd,
      bySystem: rest.bySystem,
    });
    const closedAt = text(acceptedAt + took);
    const closed = aClosedParcel({
      number: accepted.number,
      operatorCode,
      closedAt,
      outcome,
      deliveryPlace: outcome === 'EMI' ? place : null,
      recipientProvinceCode: to.provinceCode,
      recipientCommuneCode: to.communeCode,
      attempts,
      firstFailure: attempts > 1 || outcome !== 'EMI' ? rest.firstFailure : null,
      hasDigitalAddress: rest.hasDigitalAddress,
      deliveryOfficeCode: rest.deliveryOfficeCode,
    });
    const placedAt = text(acceptedAt - rest.prepared);
    const delivered = aDelivery({ ...from, deliveredAt: closedAt, placedAt, handedOverAt: accepted.acceptedAt, lines: [] });
    return { accepted, closed: ended ? closed : null, delivered: ended && outcome === 'EMI' && rest.bySystem ? delivered : null };
  });

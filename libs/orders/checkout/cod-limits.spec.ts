import { codRefusal, type CodLimits, type CodStanding } from './cod-limits.rules.js';

const limits: CodLimits = {
  refusals: 3,
  'known-after-deliveries': 1,
  'open-orders-new': 5,
  'open-orders-known': 20,
  'unverified-open-orders': 2,
  'unverified-open-vnd': 3_000_000,
};
const nobody: CodStanding = { openOrders: 0, openVnd: 0, delivered: 0, refused: 0 };

describe('cash on delivery', () => {
  it.each<[string, Partial<CodStanding>, number, boolean, string | null]>([
    ['is open to a first-time guest without a code', {}, 100_000, false, null],
    ['goes up to the limit without a code', { openOrders: 1, openVnd: 2_900_000 }, 100_000, false, null],
    ['asks for a code from the third order under way', { openOrders: 2 }, 1, false, 'cod.verify-phone'],
    ['asks for a code above the amount', { openOrders: 1, openVnd: 2_900_001 }, 100_000, false, 'cod.verify-phone'],
    ['asks no more once the phone is shown to be theirs', { openOrders: 4, openVnd: 9_000_000 }, 9_000_000, true, null],
    ['stops at five orders under way of a phone that has taken none yet', { openOrders: 5 }, 1, true, 'cod.too-many-open'],
    ['lets a phone that has taken some have more', { openOrders: 19, delivered: 1 }, 1, true, null],
    ['stops at twenty for anybody', { openOrders: 20, delivered: 99 }, 1, true, 'cod.too-many-open'],
    ['is over after three refused parcels, however many were taken', { refused: 3, delivered: 99 }, 1, true, 'cod.prepay-only'],
    ['goes on after two', { refused: 2 }, 1, false, null],
  ])('%s', (_, standing, totalVnd, verified, refusal) => {
    expect(codRefusal({ ...nobody, ...standing }, limits, { totalVnd, verified })).toBe(refusal);
  });

  it('is limited by nothing where no rule is in force', () => {
    expect(codRefusal({ openOrders: 999, openVnd: 1e9, delivered: 0, refused: 999 }, {}, { totalVnd: 1e9, verified: false })).toBeNull();
  });
});

import {
  canMove,
  canReach,
  householdReceivesVnd,
  SELLER_ORDER_MOVES,
  SELLER_ORDER_STATES,
  type SellerOrderState,
} from './seller-order.rules.js';

describe('states of a seller order', () => {
  it('move exactly as the table says, and nothing moves out of a final state', () => {
    const allowed = SELLER_ORDER_STATES.flatMap((from) =>
      SELLER_ORDER_STATES.filter((to) => canMove(from, to)).map((to) => `${from}→${to}`),
    );
    expect(allowed).toEqual([
      'placed→confirmed',
      'placed→cancelled',
      'confirmed→packed',
      'confirmed→cancelled',
      'packed→posted',
      'packed→cancelled',
      'posted→delivered',
      'posted→returning',
      'delivered→returned',
      'returning→returned',
    ]);
    expect(SELLER_ORDER_MOVES.returned).toEqual([]);
    expect(SELLER_ORDER_MOVES.cancelled).toEqual([]);
  });

  it.each<[SellerOrderState, SellerOrderState, boolean]>([
    ['placed', 'posted', true],
    ['placed', 'delivered', true],
    ['packed', 'returned', true],
    ['posted', 'posted', false],
    ['delivered', 'posted', false],
    ['delivered', 'returning', false],
    ['cancelled', 'posted', false],
    ['cancelled', 'delivered', false],
    ['returned', 'delivered', false],
    ['placed', 'cancelled', true],
    ['posted', 'cancelled', false],
  ])('the word of the post takes %s to %s: %s', (from, to, reaches) => {
    expect(canReach(from, to)).toBe(reaches);
  });

  it('pays the household the goods, not the postage', () => {
    expect(householdReceivesVnd({ goodsVnd: 185_000 })).toBe(185_000);
    const parcels = [
      { goodsVnd: 85_000, outcome: 'returned' },
      { goodsVnd: 100_000, outcome: null },
    ];
    expect(householdReceivesVnd({ goodsVnd: 185_000 }, parcels)).toBe(100_000);
  });
});

import type { PackForSale } from '@choxa/catalogue';
import { acceptedLine, canBeOrdered, cartProblem, sumVnd, volumeOf } from './cart.rules.js';

const pack = { published: true, closedUntil: null as string | null, priceVnd: 100 } as PackForSale;
const wanted = { packId: 'p', quantity: 3, seenPriceVnd: 100 };

describe('a line of the cart', () => {
  it.each([
    ['is fine', wanted, pack, 3, null, true],
    ['of a pack that is gone', wanted, undefined, 3, 'paused', false],
    ['of a paused pack', wanted, { ...pack, published: false, offSale: 'paused' }, 3, 'paused', false],
    ['of a recalled pack', wanted, { ...pack, published: false, offSale: 'recalled' }, 3, 'recalled', false],
    ['of a pack taken down', wanted, { ...pack, published: false, offSale: 'taken_down' }, 3, 'taken_down', false],
    ['of a household that is closed', wanted, { ...pack, closedUntil: '2027-02-20' }, 3, 'closed', false],
    ['of a sold-out pack', wanted, pack, 0, 'sold_out', false],
    ['of which too few are left', wanted, pack, 2, 'short', false],
    ['whose price changed is told, and can be ordered', { ...wanted, seenPriceVnd: 90 }, pack, 3, 'price_changed', true],
  ])('%s', (_, line, sold, onHand, problem, orderable) => {
    const found = cartProblem(line, sold as PackForSale | undefined, onHand);
    expect([found, canBeOrdered(found)]).toEqual([problem, orderable]);
  });

  it('sums whole đồng', () => {
    expect(sumVnd([])).toBe(0);
    expect(sumVnd([185_000, 1, 16_000])).toBe(201_001);
  });

  it.each([
    ['keeps its quantity at the new price', 'price_changed', 9, { quantity: 3, seenPriceVnd: 120 }],
    ['shrinks to what is left', 'short', 2, { quantity: 2, seenPriceVnd: 120 }],
    ['goes when sold out', 'sold_out', 0, { quantity: 0, seenPriceVnd: 120 }],
    ['goes when recalled', 'recalled', 9, { quantity: 0, seenPriceVnd: 120 }],
  ] as const)('accepted %s', (_, problem, onHand, expected) => {
    expect(acceptedLine({ ...wanted, pack: { ...pack, priceVnd: 120 }, problem, onHand })).toEqual(expected);
  });

  it('takes the room of its packs, if all of them were measured', () => {
    const measured = (volumeCm3: number | null, quantity: number) => ({ quantity, pack: { ...pack, volumeCm3 } });
    expect(volumeOf([measured(1_500, 2), measured(200, 1)])).toBe(3_200);
    expect(volumeOf([measured(1_500, 2), measured(null, 1)])).toBeNull();
  });
});

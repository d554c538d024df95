import type { PackForSale } from '@choxa/catalogue';
import { canBeOrdered, cartProblem, sumVnd } from './cart.rules.js';

const pack = { published: true, closedUntil: null as string | null, priceVnd: 100 } as PackForSale;
const wanted = { packId: 'p', quantity: 3, seenPriceVnd: 100 };

describe('a line of the cart', () => {
  it.each([
    ['is fine', wanted, pack, 3, null, true],
    ['of a pack that is gone', wanted, undefined, 3, 'paused', false],
    ['of a paused pack', wanted, { ...pack, published: false }, 3, 'paused', false],
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
});

import { callListOf } from './register-call.rules.js';

describe('whom of a register a clerk calls', () => {
  const since = '2026-10-01';

  it.each([
    ['nobody knows on the platform', null, undefined, 'missing'],
    ['waits for its approval', 'pending', { publishedProducts: 0, lastOrderedOn: null }, 'missing'],
    ['is suspended, whatever it sold', 'suspended', { publishedProducts: 2, lastOrderedOn: '2026-10-05' }, 'missing'],
    ['never showed a product', 'approved', undefined, 'no_product'],
    [
      'took its last product off, though it sold this quarter',
      'approved',
      { publishedProducts: 0, lastOrderedOn: '2026-10-05' },
      'no_product',
    ],
    ['shows and never sold', 'approved', { publishedProducts: 1, lastOrderedOn: null }, 'not_selling'],
    ['sold last on the eve', 'approved', { publishedProducts: 1, lastOrderedOn: '2026-09-30' }, 'not_selling'],
    ['sold on the first day', 'approved', { publishedProducts: 1, lastOrderedOn: '2026-10-01' }, null],
  ] as const)('one that %s', (_, state, standing, list) => {
    expect(callListOf(state, standing, since)).toBe(list);
  });
});

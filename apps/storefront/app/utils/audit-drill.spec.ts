import { levelBelow } from './audit-drill.js';

it.each([
  [{}, 'nation', 'province'],
  [{ province: '68' }, 'nation', 'commune'],
  [{ province: '68', commune: '24778' }, 'nation', 'household'],
  [{ household: 'h' }, 'nation', 'product'],
  [{ province: '68', product: 'p' }, 'nation', null],
  [{}, 'province', 'commune'],
  [{ province: '68' }, 'province', 'commune'],
  [{}, 'commune', 'household'],
  [{ household: 'h' }, 'commune', 'product'],
] as const)('below %j of who oversees the %s comes the %s', (asked, overseen, below) => {
  expect(levelBelow(asked, overseen)).toBe(below);
});

import { bandOf, ISLAND_TILES, TILES } from './tile-map.js';

// Decision 19/2025/QĐ-TTg: the 34 codes.
const CODES = '01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91 92 96'.split(' ');

it('the map shows each of the 34 provinces once, no two on one spot', () => {
  expect(TILES.map(({ code }) => code).toSorted()).toEqual(CODES);
  const spots = [...TILES, ...ISLAND_TILES].map(({ column, row }) => `${column}/${row}`);
  expect(new Set(spots).size).toBe(spots.length);
});

it('Hoàng Sa and Trường Sa lie east of every province and carry the figures of Đà Nẵng and Khánh Hòa', () => {
  expect(ISLAND_TILES.map(({ code, lines }) => [lines.join(' '), code])).toEqual([
    ['Hoàng Sa', '48'],
    ['Trường Sa', '56'],
  ]);
  const eastmost = Math.max(...TILES.map(({ column }) => column));
  expect(ISLAND_TILES.every(({ column }) => column > eastmost)).toBe(true);
});

it('only 100 is full: 99.99 is not', () => {
  expect([null, '0.00', '49.99', '50.00', '89.99', '90.00', '99.99', '100.00'].map(bandOf)).toEqual([
    'none',
    'low',
    'low',
    'middle',
    'middle',
    'high',
    'high',
    'full',
  ]);
});

import { toCsv } from './csv.rules.js';

it('writes a line of names and a line of cells for each row', () => {
  expect(
    toCsv(['a', 'b'], [
      { a: 'x', b: null },
      { a: 1, b: 'đ' },
    ] as { a: unknown; b: unknown }[]),
  ).toBe('a,b\r\nx,\r\n1,đ\r\n');
});

it('quotes what would break a line, and makes formulas text', () => {
  expect(toCsv(['a'], [{ a: 'so "một", hai\n' }, { a: '=1+1' }, { a: '@x,y' }])).toBe('a\r\n"so ""một"", hai\n"\r\n\'=1+1\r\n"\'@x,y"\r\n');
});

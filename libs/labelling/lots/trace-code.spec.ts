import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { newTraceCode, readTraceCode } from './trace-code.rules.js';
import { isLotCode, lotCodeOf } from './lot.rules.js';

const aCode = fc.array(fc.nat(28), { minLength: 9, maxLength: 9 }).map((draws) => newTraceCode((below) => draws.shift()! % below));

it('a trace code is read back, in any case and with hyphens', () => {
  fc.assert(
    fc.property(aCode, (code) => {
      expect(readTraceCode(code)).toBe(code);
      expect(readTraceCode(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `)).toBe(code);
    }),
  );
});

it('one wrong sign is always noticed', () => {
  fc.assert(
    fc.property(aCode, fc.nat(9), fc.nat(28), (code, at, other) => {
      const sign = '23456789ABCDEFGHJKMNPQRTVWXYZ'[other]!;
      fc.pre(sign !== code[at]);
      expect(readTraceCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull();
    }),
  );
});

it('two signs swapped are noticed', () => {
  fc.assert(
    fc.property(aCode, fc.nat(7), (code, at) => {
      fc.pre(code[at] !== code[at + 1]);
      expect(readTraceCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).toBeNull();
    }),
  );
});

it('codes do not repeat, and none is all digits of a barcode length', () => {
  const codes = new Set(Array.from({ length: 5_000 }, () => newTraceCode(randomInt)));
  expect(codes.size).toBe(5_000);
  for (const code of codes) expect(code).toHaveLength(10);
});

it.each(['', 'ABC', '0000000000', 'ABCDEFGHJ!', 'ABCDEFGHJKM'])('%j is no trace code', (text) => {
  expect(readTraceCode(text)).toBeNull();
});

it.each([
  ['261121-01', true],
  ['L1/2', true],
  ['A'.repeat(20), true],
  ['A'.repeat(21), false],
  ['', false],
  ['lô 1', false],
  ['Mùa-1', false],
  ['..', false],
])('lot code %j: %s', (code, fits) => {
  expect(isLotCode(code)).toBe(fits);
});

it('a lot gets the day of production and a running number', () => {
  expect(lotCodeOf('2026-11-21', 1)).toBe('261121-01');
  expect(isLotCode(lotCodeOf('2026-11-21', 12345))).toBe(true);
});

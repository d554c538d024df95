import * as fc from 'fast-check';
import { CARTON_INDICATORS, cartonNumber } from './carton-number.js';
import { gs1CheckDigit } from './check-digit.js';
import { internalNumber, parseGtin } from './item-number.js';

it('has the indicator in front and a check digit of its own', () => {
  expect(cartonNumber('8938500000010', 1)).toBe('18938500000017');
  expect(cartonNumber('036000291452', 2)).toBe('20036000291456');
});

it('is a GTIN-14 of the same licence, another for each indicator', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^893[0-9]{9}$/), (body) => {
      const numbers = CARTON_INDICATORS.map((indicator) => cartonNumber(body + gs1CheckDigit(body), indicator));
      expect(new Set(numbers).size).toBe(8);
      for (const number of numbers) {
        expect(parseGtin(number)).toMatchObject({ ok: true, format: 'gtin-14', number14: number });
        expect(number.slice(1, 13)).toBe(body);
      }
    }),
  );
});

it.each([
  [internalNumber(5), 'gs1.internal-number'],
  ['8938500000011', 'gs1.check-digit'],
  ['89345672', 'gs1.length'],
  ['18938500000017', 'gs1.length'],
])('is not made of %s: %s', (number, code) => {
  expect(() => cartonNumber(number, 1)).toThrow(expect.objectContaining({ code }));
});

import fc from 'fast-check';
import { gs1CheckDigit, internalNumber } from '@choxa/standards';
import { readEnteredGtin } from './barcode.rules.js';

const withCheckDigit = (body: string) => body + gs1CheckDigit(body);

it.each([
  ['8938500000010', [], undefined, 'barcode.no-prefix'],
  ['8938500000010', ['893850'], undefined, null],
  ['8938500000010', ['893851'], undefined, 'barcode.outside-prefix'],
  ['8938500000010', ['893851', '8938500'], undefined, null],
  ['8938500000010', [], '8938500', '8938500'],
  ['8938500000010', ['8938500'], '8938500', null],
  ['8938500000010', ['8938500'], '8938501', 'barcode.outside-prefix'],
  ['8938500000010', [], '89', 'barcode.prefix'],
  ['8938500000010', [], '2001', 'barcode.prefix'],
  ['8938500000010', [], 'abc', 'barcode.prefix'],
  ['8938500000011', ['893850'], undefined, 'barcode.check-digit'],
  ['893850000001', ['893850'], undefined, 'barcode.check-digit'],
  ['89385000000', ['893850'], undefined, 'barcode.length'],
  ['', ['893850'], undefined, 'barcode.length'],
  ['89385O0000010', ['893850'], undefined, 'barcode.characters'],
  [withCheckDigit('200123456789'), ['893850'], undefined, 'barcode.restricted'],
  [internalNumber(5), ['893850'], undefined, 'barcode.restricted'],
  [withCheckDigit('1893850000001'), ['893850'], undefined, null],
  ['89345672', ['893850'], undefined, null],
  ['89345672', [], undefined, 'barcode.no-prefix'],
])('%s with prefixes %j and %s declared: %s', (number, onFile, declared, expected) => {
  const read = readEnteredGtin(number, onFile, declared);
  expect(read.ok ? read.newPrefix : read.code).toBe(expected);
});

it('any number made inside a prefix is taken, in every way of typing it, and none with one digit wrong', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^893[0-9]{9}$/),
      fc.integer({ min: 4, max: 10 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (body, length, at, shift) => {
        const number = withCheckDigit(body);
        const prefix = body.slice(0, length);
        expect(readEnteredGtin(`${number.slice(0, 3)} ${number.slice(3, 9)}-${number.slice(9)}`, [prefix])).toMatchObject({
          ok: true,
          number14: `0${number}`,
        });
        const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(readEnteredGtin(wrong, [prefix])).toEqual({ ok: false, code: 'barcode.check-digit' });
      },
    ),
  );
});

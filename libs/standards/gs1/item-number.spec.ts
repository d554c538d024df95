import * as fc from 'fast-check';
import { StandardError } from '../failure/standard-error.js';
import { gs1CheckDigit, hasGs1CheckDigit } from './check-digit.js';
import { barcodeSymbology, internalNumber, isInternalNumber, parseGtin, parseItemNumber, toNumber14 } from './item-number.js';
import { isLicensedByGs1Vietnam } from './prefixes.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const withCheckDigit = (body: string): string => body + gs1CheckDigit(body);
/** Heads in ranges that GS1 organisations license, for 13-digit numbers. */
const licensedBody = fc.tuple(fc.constantFrom('893', '885', '400', '690', '001', '060', '978'), digits(9)).map((parts) => parts.join(''));
const codeOf = (text: string): string => {
  const item = parseItemNumber(text);
  return item.ok ? item.kind : item.code;
};
/** A second way to the same answer: the weighted sum of the whole number, check digit included, ends in 0. */
const sumsToTen = (number: string): boolean =>
  [...number.padStart(18, '0')].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 3 : 1), 0) % 10 === 0;

describe('check digit', () => {
  it.each([
    ['893850000001', '0'],
    ['893458800001', '0'],
    ['200123456789', '3'],
    ['040000000001', '5'],
    ['8934567', '2'],
    ['1893850000001', '7'],
    ['08930000000000001', '9'],
  ])('of %s is %s', (body, digit) => {
    expect(gs1CheckDigit(body)).toBe(digit);
    expect(hasGs1CheckDigit(body + digit)).toBe(true);
  });

  it('makes the weighted sum of any number end in 0', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{1,17}$/), (body) => sumsToTen(withCheckDigit(body))));
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(licensedBody, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const right = withCheckDigit(body);
        const wrong = right.slice(0, at) + String((Number(right[at]) + shift) % 10) + right.slice(at + 1);
        return codeOf(wrong) === 'gs1.check-digit';
      }),
    );
  });

  it('notices two swapped neighbours unless they differ by 5, which mod 10 cannot see', () => {
    fc.assert(
      fc.property(licensedBody, fc.nat(11), (body, at) => {
        const right = withCheckDigit(body);
        const [a, b] = [right[at]!, right[at + 1]!];
        fc.pre(a !== b);
        const swapped = right.slice(0, at) + b + a + right.slice(at + 2);
        return hasGs1CheckDigit(swapped) === (Math.abs(Number(a) - Number(b)) === 5);
      }),
    );
  });

  it.each([
    ['', 'gs1.empty'],
    ['12a', 'gs1.characters'],
    ['١٢٣', 'gs1.characters'],
  ])('refuses %p as a body', (body, code) => {
    expect(() => gs1CheckDigit(body)).toThrow(expect.objectContaining({ name: 'StandardError', code }));
  });
});

describe('a number on a pack', () => {
  it('is stored as 14 digits and shown as printed', () => {
    expect(parseItemNumber('8938500000010')).toEqual({
      ok: true,
      kind: 'gtin',
      number14: '08938500000010',
      display: '8938500000010',
      format: 'gtin-13',
      range: 'licensed',
    });
  });

  it.each([
    ['8 938500 000010', '08938500000010'],
    ['893-850-000-001-0', '08938500000010'],
    ['\u00a08938500000010\n', '08938500000010'],
    ['08938500000010', '08938500000010'],
    ['89345672', '00000089345672'],
    ['00000089345672', '00000089345672'],
    ['18938500000017', '18938500000017'],
    ['036000291452', '00036000291452'],
  ])('typed as %p reads as %s', (text, number14) => {
    expect(parseGtin(text)).toMatchObject({ ok: true, number14 });
  });

  it.each([
    ['', 'gs1.empty'],
    [' - ', 'gs1.empty'],
    ['893850000001O', 'gs1.characters'],
    ['٨٩٣٨٥٠٠٠٠٠٠١٠', 'gs1.characters'],
    ['8.9385E+12', 'gs1.characters'],
    ['893850000001', 'gs1.check-digit'],
    ['8934588000015', 'gs1.check-digit'],
    ['89385000010', 'gs1.length'],
    ['089300000000000019', 'gs1.length'],
    ['2001234567893', 'gs1.restricted'],
    [withCheckDigit('020012345678'), 'gs1.restricted'],
    [withCheckDigit('20012345678'), 'gs1.restricted'],
    [withCheckDigit('2934567'), 'gs1.restricted'],
    [withCheckDigit('0934567'), 'gs1.restricted'],
    ['00000000', 'gs1.restricted'],
    [withCheckDigit('951123456789'), 'gs1.restricted'],
    [withCheckDigit('980123456789'), 'gs1.restricted'],
    [withCheckDigit('1040000000001'), 'gs1.restricted'],
    [withCheckDigit('050123456789'), 'gs1.coupon'],
    [withCheckDigit('990123456789'), 'gs1.coupon'],
    [withCheckDigit('981123456789'), 'gs1.coupon'],
    ['0400000000015', 'internal'],
    ['400000000015', 'internal'],
    [withCheckDigit('952123456789'), 'gtin'],
    [withCheckDigit('978604123456'), 'gtin'],
  ])('%p is %s', (text, expected) => {
    expect(codeOf(text)).toBe(expected);
  });

  it('tells numbers licensed in Vietnam, of 8 and of 13 digits, from others', () => {
    expect(['89345672', '8938500000010', '18938500000017', '036000291452'].map((n) => isLicensedByGs1Vietnam(toNumber14(n)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is drawn as EAN-8, EAN-13 or ITF-14 by its length', () => {
    expect(['89345672', '8938500000010', '036000291452', '18938500000017'].map((n) => barcodeSymbology(toNumber14(n)))).toEqual([
      'ean8',
      'ean13',
      'ean13',
      'itf14',
    ]);
  });

  it('comes back from its stored and its shown form', () => {
    fc.assert(
      fc.property(licensedBody, fc.constantFrom('', '1', '8'), (body, indicator) => {
        const item = parseItemNumber(withCheckDigit(indicator + body));
        return item.ok && toNumber14(item.display) === item.number14 && toNumber14(item.number14) === item.number14;
      }),
    );
  });

  it('is accepted after 10,000 random edits only when an independent sum agrees', () => {
    const edit = fc.tuple(
      fc.nat(14),
      fc.constantFrom('replace', 'insert', 'delete'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(licensedBody, fc.array(edit, { maxLength: 3 }), (body, edits) => {
        let text = withCheckDigit(body);
        for (const [at, how, unit] of edits) {
          text = text.slice(0, at) + (how === 'delete' ? '' : unit) + text.slice(how === 'insert' ? at : at + 1);
        }
        const item = parseItemNumber(text);
        if (!item.ok) return item.code.startsWith('gs1.');
        return (
          /^[0-9]{14}$/.test(item.number14) && sumsToTen(item.number14) && text.replace(/[^0-9]/g, '').padStart(14, '0') === item.number14
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('of no kind of text makes the reader throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof parseItemNumber(value as string).ok === 'boolean'));
  });
});

describe('an internal number', () => {
  it('is 04, ten digits of the sequence and a check digit', () => {
    expect(internalNumber(1)).toBe('0400000000015');
    expect(internalNumber(9_999_999_999n)).toMatch(/^049999999999[0-9]$/);
  });

  it('never passes as a GTIN, in none of the forms a scanner hands over', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), (sequence) => {
        const number = internalNumber(sequence);
        for (const form of [number, number.slice(1), `0${number}`]) {
          expect(isInternalNumber(form)).toBe(true);
          expect(parseGtin(form)).toEqual({ ok: false, code: 'gs1.internal-number' });
          expect(toNumber14(form)).toBe(`0${number}`);
        }
      }),
    );
  });

  it('differs for every sequence', () => {
    fc.assert(fc.property(fc.nat(9_999_999_999), fc.nat(9_999_999_999), (a, b) => a === b || internalNumber(a) !== internalNumber(b)));
  });

  it.each([-1, 1.5, Number.NaN, 10_000_000_000, -1n, 10_000_000_000n])('is not made for %p', (sequence) => {
    expect(() => internalNumber(sequence)).toThrow(StandardError);
  });
});

import * as fc from 'fast-check';
import { buildOwnNumber, parseOwnNumber } from './own-number.js';
import { buildS10, formatS10, parseS10, s10CheckDigit } from './s10.js';

const serial = fc.stringMatching(/^[0-9]{8}$/);
const letters = fc.stringMatching(/^[A-Z]{2}$/);
const remainder = (digits: string): number => [8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;

describe('an S10 number', () => {
  it.each([
    ['47312482', '9'],
    ['12345678', '5'],
    ['00000000', '5'],
    ['00000008', '0'],
    ['00000014', '7'],
  ])('has for the serial %s the check digit %s', (digits, digit) => {
    expect(s10CheckDigit(digits)).toBe(digit);
    expect(parseS10(`EE${digits}${digit}XA`)).toMatchObject({ ok: true, serial: digits });
  });

  it('is built from parts and read back', () => {
    fc.assert(
      fc.property(letters, serial, letters, (indicator, digits, country) => {
        const number = buildS10({ indicator, serial: digits, country });
        expect(parseS10(formatS10(number).toLowerCase())).toEqual({
          ok: true,
          number,
          indicator,
          serial: digits,
          checkDigit: number[10],
          country,
        });
      }),
    );
  });

  it('fills a short serial with zeros', () => {
    expect(buildS10({ indicator: 'EE', serial: 8, country: 'XA' })).toBe('EE000000080XA');
    expect(formatS10('EE473124829XA')).toBe('EE 473 124 829 XA');
  });

  it.each([
    ['', 's10.empty'],
    ['EE473124829', 's10.shape'],
    ['E1473124829XA', 's10.shape'],
    ['EE47312482９XA', 's10.shape'],
    ['EE473124828XA', 's10.check-digit'],
    ['EE743124829XA', 's10.check-digit'],
  ])('%p fails with %s', (text, code) => {
    expect(parseS10(text)).toEqual({ ok: false, code });
  });

  it.each([
    [{ indicator: 'EE', serial: 100_000_000, country: 'XA' }, 's10.serial'],
    [{ indicator: 'EE', serial: -1, country: 'XA' }, 's10.serial'],
    [{ indicator: 'EE', serial: 1.5, country: 'XA' }, 's10.serial'],
    [{ indicator: 'ee', serial: 1, country: 'XA' }, 's10.shape'],
    [{ indicator: 'EE', serial: 1, country: 'X1' }, 's10.shape'],
  ])('is not made of %j: %s', (parts, code) => {
    expect(() => buildS10(parts)).toThrow(expect.objectContaining({ code }));
  });

  it('notices every wrong digit of the serial, but for the two remainders that share the check digit 5', () => {
    fc.assert(
      fc.property(serial, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + shift) % 10) + digits.slice(at + 1);
        const shared = [0, 6].includes(remainder(digits)) && [0, 6].includes(remainder(wrong));
        return parseS10(`EE${wrong}${s10CheckDigit(digits)}XA`).ok === shared;
      }),
    );
  });

  it('with 10,000 random edits is accepted only with the right check digit', () => {
    fc.assert(
      fc.property(serial, fc.nat(12), fc.string({ unit: 'binary', maxLength: 2 }), fc.nat(2), (digits, at, put, cut) => {
        const number = buildS10({ indicator: 'CP', serial: digits, country: 'XA' });
        const read = parseS10(number.slice(0, at) + put + number.slice(at + cut));
        if (read.ok) expect(read.number).toBe(buildS10(read));
        else expect(read.code).toMatch(/^s10\./);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("an operator's own number", () => {
  const prefix = fc.stringMatching(/^[A-Z]{2,5}$/);

  it('is built from parts and read back', () => {
    fc.assert(
      fc.property(prefix, fc.nat(9_999_999_999), (head, sequence) => {
        const number = buildOwnNumber(head, sequence);
        expect(parseOwnNumber(number.toLowerCase(), head)).toEqual({
          ok: true,
          number,
          prefix: head,
          sequence: String(sequence).padStart(10, '0'),
        });
        expect(parseS10(number)).toEqual({ ok: false, code: 's10.shape' });
      }),
    );
  });

  it('notices every wrong digit', () => {
    fc.assert(
      fc.property(prefix, fc.nat(9_999_999_999), fc.nat(10), fc.integer({ min: 1, max: 9 }), (head, sequence, offset, shift) => {
        const number = buildOwnNumber(head, sequence);
        const at = head.length + offset;
        const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(parseOwnNumber(wrong)).toEqual({ ok: false, code: 'own-number.check-digit' });
      }),
    );
  });

  it('of another operator is told apart', () => {
    expect(parseOwnNumber(buildOwnNumber('VTP', 1), 'VNP')).toEqual({ ok: false, code: 'own-number.prefix' });
  });

  it.each([
    ['', 'own-number.empty'],
    ['VTP1', 'own-number.shape'],
    ['EE473124829XA', 'own-number.shape'],
  ])('%p fails with %s', (text, code) => {
    expect(parseOwnNumber(text)).toEqual({ ok: false, code });
  });

  it.each([
    ['vt', 1, 'own-number.prefix'],
    ['A', 1, 'own-number.prefix'],
    ['VTP', -1, 'own-number.sequence'],
    ['VTP', 10_000_000_000, 'own-number.sequence'],
    ['VTP', 1.5, 'own-number.sequence'],
  ])('is not made of %p and %p: %s', (head, sequence, code) => {
    expect(() => buildOwnNumber(head, sequence)).toThrow(expect.objectContaining({ code }));
  });
});

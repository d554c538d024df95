import * as fc from 'fast-check';
import { formatPhone, maskPhone, parseContactPhone, parsePhone } from './phone.js';

const national = fc.stringMatching(/^0[35789][0-9]{8}$/);

describe('a mobile number', () => {
  it.each([
    '0912345678',
    '0912 345 678',
    '091.234.5678',
    '+84912345678',
    '+84 (0) 912-345-678',
    '0084912345678',
    '84912345678',
    '912345678',
    '０９１２３４５６７８',
    '\u200e0912345678',
  ])('%j is kept as +84912345678', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, e164: '+84912345678', national: '0912345678', kind: 'mobile' });
  });

  it.each([
    ['', 'phone.empty'],
    ['  ', 'phone.empty'],
    ['call me', 'phone.characters'],
    ['0912345678;', 'phone.characters'],
    ['091234567', 'phone.length'],
    ['09123456789', 'phone.length'],
    ['0812', 'phone.length'],
    ['02438220000', 'phone.not-mobile'],
    ['0412345678', 'phone.not-mobile'],
    ['01634567890', 'phone.not-mobile'],
    ['+85512345678', 'phone.not-vietnamese'],
    ['0011234567890', 'phone.not-vietnamese'],
  ])('%j fails with %s', (text, code) => {
    expect(parsePhone(text)).toEqual({ ok: false, code });
  });

  it('is the same number in every way of typing it', () => {
    fc.assert(
      fc.property(national, (number) => {
        const digits = number.slice(1);
        const e164 = `+84${digits}`;
        for (const text of [number, e164, `84${digits}`, `0084${digits}`, digits, formatPhone(number)])
          expect(parsePhone(text)).toMatchObject({ ok: true, e164, national: number });
      }),
    );
  });

  it('begins with +84 and 3, 5, 7, 8 or 9 after 10,000 random edits, or is refused', () => {
    fc.assert(
      fc.property(national, fc.nat(10), fc.string({ unit: 'binary', maxLength: 2 }), fc.nat(2), (number, at, put, cut) => {
        const read = parsePhone(number.slice(0, at) + put + number.slice(at + cut));
        expect(read.ok ? read.e164 : read.code).toMatch(/^\+84[35789][0-9]{8}$|^phone\./);
      }),
      { numRuns: 10_000 },
    );
  });

  it('shows only its head and its last three digits when masked', () => {
    expect(maskPhone('+84912345678')).toBe('091• ••• 678');
    expect(maskPhone('not a phone')).toBe('•••• ••• •••');
    fc.assert(fc.property(national, (number) => maskPhone(number).replace(/[^0-9]/g, '') === number.slice(0, 3) + number.slice(-3)));
  });
});

describe('a landline', () => {
  it('is accepted where people only want to call', () => {
    expect(parseContactPhone('(024) 3822 0000')).toEqual({ ok: true, e164: '+842438220000', national: '02438220000', kind: 'landline' });
    expect(parseContactPhone('0243822000')).toEqual({ ok: false, code: 'phone.length' });
  });

  it('is written and masked as people read it', () => {
    expect(formatPhone('+842438220000')).toBe('024 3822 0000');
    expect(formatPhone('02103812345')).toBe('0210 381 2345');
    expect(maskPhone('02438220000')).toBe('024• ••• •000');
  });
});

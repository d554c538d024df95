import * as fc from 'fast-check';
import { hasGs1CheckDigit } from './check-digit.js';
import { buildSscc, gtinFromPrefix, parseCompanyPrefix, parseGtinInsidePrefix, parseSscc, prefixCapacity } from './company-prefix.js';

const prefix = fc.stringMatching(/^893[0-9]{4,9}$/);

describe('a company prefix', () => {
  it.each([
    ['8938500', { ok: true, prefix: '8938500' }],
    ['893 8500 00', { ok: true, prefix: '893850000' }],
    ['893', { ok: false, code: 'gs1.prefix' }],
    ['8938500000010', { ok: false, code: 'gs1.prefix' }],
    ['0400000', { ok: false, code: 'gs1.restricted' }],
    ['2001', { ok: false, code: 'gs1.restricted' }],
    ['0000123', { ok: false, code: 'gs1.prefix' }],
    ['89a8500', { ok: false, code: 'gs1.characters' }],
  ])('%p reads as %p', (text, expected) => {
    expect(parseCompanyPrefix(text)).toEqual(expected);
  });

  it('holds the numbers that begin with it, as packs and as cases', () => {
    expect(parseGtinInsidePrefix('8938500000010', '8938500')).toMatchObject({ ok: true });
    expect(parseGtinInsidePrefix('18938500000017', '8938500')).toMatchObject({ ok: true });
    expect(parseGtinInsidePrefix('8938500000010', '8938501')).toEqual({ ok: false, code: 'gs1.outside-prefix' });
    expect(parseGtinInsidePrefix('89345672', '8934567')).toEqual({ ok: false, code: 'gs1.outside-prefix' });
    expect(parseGtinInsidePrefix('8938500000010', '893')).toEqual({ ok: false, code: 'gs1.prefix' });
  });

  it('allots numbers that lie inside it, each once, until it is used up', () => {
    fc.assert(
      fc.property(prefix, fc.nat(), (head, seed) => {
        const sequence = seed % prefixCapacity(head);
        const number = gtinFromPrefix(head, sequence);
        expect(number).toHaveLength(13);
        expect(parseGtinInsidePrefix(number, head)).toMatchObject({ ok: true, kind: 'gtin', display: number });
        expect(Number(number.slice(head.length, 12) || '0')).toBe(sequence);
        expect(() => gtinFromPrefix(head, prefixCapacity(head))).toThrow('gs1.sequence');
      }),
    );
  });

  it('never allots a number in the range of internal ones', () => {
    expect(() => gtinFromPrefix('0400000', 1)).toThrow('gs1.prefix');
  });
});

describe('an SSCC', () => {
  it('is built and read', () => {
    expect(buildSscc(0, '8930000', 1)).toBe('089300000000000019');
    expect(parseSscc('(00) 089300000000000019')).toEqual({ ok: true, sscc: '089300000000000019' });
    expect(parseSscc('089300000000000018')).toEqual({ ok: false, code: 'gs1.check-digit' });
    expect(parseSscc('8938500000010')).toEqual({ ok: false, code: 'gs1.sscc' });
  });

  it('always has 18 digits and its check digit', () => {
    fc.assert(
      fc.property(fc.nat(9), prefix, fc.nat(9999), (extension, head, serial) => {
        const sscc = buildSscc(extension, head, serial);
        return sscc.length === 18 && hasGs1CheckDigit(sscc) && parseSscc(sscc).ok;
      }),
    );
  });

  it.each([
    [10, '8938500', 1],
    [0, '8938500', 10_000_000_000],
    [0, '8938500', -1],
    [0, '893', 1],
  ])('is not made of %p, %p, %p', (extension, head, serial) => {
    expect(() => buildSscc(extension, head, serial)).toThrow(/^gs1\./);
  });
});

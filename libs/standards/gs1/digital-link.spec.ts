import * as fc from 'fast-check';
import { gs1CheckDigit } from './check-digit.js';
import { buildDigitalLink, parseDigitalLink } from './digital-link.js';
import { internalNumber } from './item-number.js';
import { readPackScan } from './scan-reading.js';

const HOST = 'https://choxa.example';
const GTIN = '8938500000010';
const text82 = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/).filter((text) => text !== '.' && text !== '..');
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined });
const gtin13 = fc.stringMatching(/^893[0-9]{9}$/).map((body) => body + gs1CheckDigit(body));

describe('a Digital Link', () => {
  it('has its qualifiers in the path in order and dates in the query', () => {
    expect(
      buildDigitalLink(`${HOST}/`, {
        serial: 'S 1'.replace(' ', ''),
        lot: 'L/1',
        cpv: '2A',
        gtin: GTIN,
        attributes: { 17: '271231', 11: '261201' },
      }),
    ).toBe(`${HOST}/01/08938500000010/22/2A/10/L%2F1/21/S1?11=261201&17=271231`);
    expect(buildDigitalLink('', { gtin: '89345672' })).toBe('/01/00000089345672');
  });

  it('encodes every character that means something in an address', () => {
    const lot = '!"%&\'()*+,/:;<=>?';
    const link = buildDigitalLink(HOST, { gtin: GTIN, lot });
    expect(link).toBe(`${HOST}/01/08938500000010/10/%21%22%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F`);
    expect(new URL(link).pathname.split('/')).toHaveLength(5);
    expect(parseDigitalLink(link)).toMatchObject({ ok: true, lot });
  });

  it('is never made of, nor read with, an internal number', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), (sequence) => {
        const number = internalNumber(sequence);
        for (const form of [number, number.slice(1), `0${number}`]) {
          expect(() => buildDigitalLink(HOST, { gtin: form })).toThrow(expect.objectContaining({ code: 'gs1.internal-number' }));
          expect(parseDigitalLink(`${HOST}/01/${form}`)).toEqual({ ok: false, code: 'gs1.internal-number' });
        }
      }),
    );
  });

  it.each([
    [{ gtin: '2001234567893' }, 'gs1.restricted'],
    [{ gtin: '8938500000011' }, 'gs1.check-digit'],
    [{ gtin: GTIN, lot: '' }, 'gs1.value'],
    [{ gtin: GTIN, lot: 'Lô 1' }, 'gs1.value'],
    [{ gtin: GTIN, lot: '..' }, 'gs1.value'],
    [{ gtin: GTIN, serial: 'x'.repeat(21) }, 'gs1.value'],
    [{ gtin: GTIN, attributes: { 17: '261332' } }, 'gs1.date'],
    [{ gtin: GTIN, attributes: { 10: 'A' } }, 'gs1.ai'],
    [{ gtin: GTIN, attributes: { linkType: 'x' } }, 'gs1.ai'],
  ])('is not made of %j: %s', (parts, code) => {
    expect(() => buildDigitalLink(HOST, parts)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [`${HOST}/01/08938500000010`, {}],
    ['/01/8938500000010/', {}],
    [`${HOST}/en/01/08938500000010/10/A?linkType=linkset#x`, { lot: 'A', parameters: { linkType: 'linkset' } }],
    [
      `${HOST}/01/08938500000010/22/C/10/A%2FB/21/S?17=271200&a=1`,
      { cpv: 'C', lot: 'A/B', serial: 'S', attributes: { '17': '271200' }, parameters: { a: '1' } },
    ],
    [`${HOST}/01/08938500000010?7777=x`, { parameters: { '7777': 'x' } }],
  ])('%s is read', (link, expected) => {
    expect(parseDigitalLink(link)).toEqual({ ok: true, gtin14: '08938500000010', attributes: {}, parameters: {}, ...expected });
  });

  it.each([
    ['', 'gs1.link'],
    [`${HOST}/t/ABC`, 'gs1.link'],
    [`${HOST}/01/abc`, 'gs1.link'],
    [`${HOST}/01/08938500000010/10`, 'gs1.link'],
    [`${HOST}/01/08938500000010/10/%E0%A4%A`, 'gs1.link'],
    [`${HOST}/01/08938500000011`, 'gs1.check-digit'],
    [`${HOST}/01/08938500000010/21/S/10/A`, 'gs1.link-order'],
    [`${HOST}/01/08938500000010/10/A/10/B`, 'gs1.link-order'],
    [`${HOST}/01/08938500000010?10=A`, 'gs1.link-order'],
    [`${HOST}/01/08938500000010/99/A`, 'gs1.ai'],
    [`${HOST}/01/08938500000010/10/L%C3%B4`, 'gs1.value'],
    [`${HOST}/01/08938500000010/10/%2E%2E`, 'gs1.value'],
    [`${HOST}/01/08938500000010?17=261332`, 'gs1.date'],
    [`${HOST}/01/08938500000010?17=261231&17=261230`, 'gs1.ai-repeated'],
    [`${HOST}/01/08938500000010?a=${'x'.repeat(3000)}`, 'gs1.link'],
  ])('%s fails with %s', (link, code) => {
    expect(parseDigitalLink(link)).toEqual({ ok: false, code });
  });

  it('comes back the same after a browser has read it', () => {
    fc.assert(
      fc.property(gtin13, maybe(text82), maybe(text82), maybe(text82), maybe(text82), (gtin, cpv, lot, serial, origin) => {
        const link = buildDigitalLink(HOST, { gtin, cpv, lot, serial, ...(origin === undefined ? {} : { attributes: { 240: origin } }) });
        const given = Object.fromEntries(Object.entries({ cpv, lot, serial }).filter(([, text]) => text !== undefined));
        const expected = {
          ok: true,
          gtin14: `0${gtin}`,
          ...given,
          attributes: origin === undefined ? {} : { 240: origin },
          parameters: {},
        };
        expect(parseDigitalLink(new URL(link).href)).toEqual(expected);
      }),
    );
  });

  it('with 10,000 random edits never makes the reader throw', () => {
    fc.assert(
      fc.property(text82, fc.nat(90), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(3), (lot, at, put, cut) => {
        const link = buildDigitalLink(HOST, { gtin: GTIN, lot, attributes: { 17: '261231' } });
        const read = parseDigitalLink(link.slice(0, at) + put + link.slice(at + cut));
        if (read.ok) expect(() => buildDigitalLink(HOST, { ...read, gtin: read.gtin14 })).not.toThrow();
        else expect(read.code).toMatch(/^gs1\./);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a scan of a pack', () => {
  it.each([
    ['8938500000010', { via: 'number', kind: 'gtin', number14: '08938500000010' }],
    [']E08938500000010', { via: 'number', kind: 'gtin', number14: '08938500000010' }],
    ['400000000015', { via: 'number', kind: 'internal', number14: '00400000000015' }],
    [']C1010893850000001010A\u001d21B', { via: 'element-string', kind: 'gtin', number14: '08938500000010', lot: 'A', serial: 'B' }],
    ['(01)08938500000010(10)A', { via: 'element-string', kind: 'gtin', number14: '08938500000010', lot: 'A' }],
    [`${HOST}/01/08938500000010/10/A`, { via: 'digital-link', kind: 'gtin', number14: '08938500000010', lot: 'A' }],
  ])('%j gives the number of the pack', (text, expected) => {
    expect(readPackScan(text)).toEqual({ ok: true, ...expected });
  });

  it.each([
    ['', 'gs1.empty'],
    ['EA473124829XA', 'gs1.characters'],
    [`${HOST}/t/ABC`, 'gs1.link'],
    [']C110A', 'gs1.ai'],
  ])('%j fails with %s', (text, code) => {
    expect(readPackScan(text)).toEqual({ ok: false, code });
  });
});

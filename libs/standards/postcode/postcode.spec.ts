import * as fc from 'fast-check';
import { parseDigitalAddress, parsePostcode } from './postcode.js';

describe('a postcode', () => {
  it('is five digits with its leading zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{5}$/), (postcode) => expect(parsePostcode(` ${postcode} `)).toEqual({ ok: true, postcode })),
    );
    expect(parsePostcode('01000')).toEqual({ ok: true, postcode: '01000' });
  });

  it.each([
    ['', 'postcode.empty'],
    ['1000', 'postcode.shape'],
    ['1000A', 'postcode.shape'],
    ['700000', 'postcode.six-digits'],
  ])('%j fails with %s', (text, code) => {
    expect(parsePostcode(text)).toEqual({ ok: false, code });
  });
});

describe('a digital address', () => {
  it('is twelve characters, of which the first five are the postcode', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{5}[0-9A-Za-z]{7}$/), (digitalAddress) =>
        expect(parseDigitalAddress(digitalAddress)).toEqual({ ok: true, digitalAddress, postcode: digitalAddress.slice(0, 5) }),
      ),
    );
  });

  it.each([
    ['', 'digital-address.empty'],
    ['10055ABC', 'digital-address.shape'],
    ['A0055ABCDEFG', 'digital-address.shape'],
    ['10055ABCDEFGH', 'digital-address.shape'],
    ['10055ÀBCDEFG', 'digital-address.shape'],
  ])('%j fails with %s', (text, code) => {
    expect(parseDigitalAddress(text)).toEqual({ ok: false, code });
  });

  it('never makes the reader throw in 10,000 random texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([parsePostcode(text).ok, parseDigitalAddress(text).ok].every((ok) => typeof ok === 'boolean')).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

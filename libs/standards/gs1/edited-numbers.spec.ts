import * as fc from 'fast-check';
import { buildS10, parseS10 } from '../s10/s10.js';
import { gs1CheckDigit } from './check-digit.js';
import { buildDigitalLink, parseDigitalLink } from './digital-link.js';
import { internalNumber, parseGtin, parseItemNumber } from './item-number.js';

// Each text is judged a second time, by rules written anew here: which ones are right, and the code of each that is wrong.
const SEED = Number(process.env.EDIT_SEED ?? Date.now() % 2 ** 31);
const RUNS = { numRuns: 10_000, seed: SEED };
beforeAll(() => process.stderr.write(`edited numbers: EDIT_SEED=${SEED}\n`));

/** What a slip of the finger or of a scanner does. */
const edit = fc.record({
  at: fc.nat(16),
  how: fc.constantFrom('replace', 'insert', 'drop', 'swap', 'none'),
  sign: fc.constantFrom(...'0123456789', 'O', 'x', ' ', '-'),
});
type Edit = { at: number; how: string; sign: string };
function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, { at, how, sign }) => {
    const [head, tail] = [now.slice(0, at), now.slice(at)];
    if (how === 'replace') return head + (tail && sign + tail.slice(1));
    if (how === 'insert') return head + sign + tail;
    if (how === 'drop') return head + tail.slice(1);
    return how === 'swap' && tail.length > 1 ? head + tail[1] + tail[0] + tail.slice(2) : now;
  }, text);
}
const edits = fc.array(edit, { minLength: 1, maxLength: 2 });

/** The answer a number ought to get: its kind, or the code of the first rule it breaks. */
function expected(text: string): string {
  const digits = text.replace(/[ -]/g, '');
  if (digits === '') return 'gs1.empty';
  if (/\D/.test(digits)) return 'gs1.characters';
  if (![8, 12, 13, 14].includes(digits.length)) return 'gs1.length';
  const all = digits.padStart(14, '0');
  if ([...all].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 1 : 3), 0) % 10) return 'gs1.check-digit';
  const short = all.startsWith('000000');
  const prefix = Number(short ? all.slice(6, 9) : all.slice(1, 4));
  const within = (...ranges: [number, number][]) => ranges.some(([from, to]) => from <= prefix && prefix <= to);
  if (short) return within([0, 99], [140, 299], [977, 999]) ? 'gs1.restricted' : 'gtin';
  if (within([40, 49])) return all.startsWith('0') ? 'internal' : 'gs1.restricted';
  if (within([50, 59], [981, 984], [990, 999])) return 'gs1.coupon';
  return within([20, 29], [200, 299], [951, 951], [980, 980]) ? 'gs1.restricted' : 'gtin';
}
const answer = (text: string): string => {
  const read = parseItemNumber(text);
  return read.ok ? read.kind : read.code;
};

it('10,000 edited GTINs of every length', () => {
  const body = fc.oneof(...[7, 11, 12, 13].map((length) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))));
  fc.assert(
    fc.property(body, edits, (digits, slips) => {
      const text = edited(digits + gs1CheckDigit(digits), slips);
      expect([text, answer(text)]).toEqual([text, expected(text)]);
    }),
    RUNS,
  );
});

it('10,000 edited internal numbers, none of which passes as a GTIN', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999_999), edits, (sequence, slips) => {
      const text = edited(internalNumber(sequence), slips);
      expect([text, answer(text)]).toEqual([text, expected(text)]);
      if (expected(text) === 'internal') expect(parseGtin(text)).toEqual({ ok: false, code: 'gs1.internal-number' });
    }),
    RUNS,
  );
});

it('10,000 edited S10 numbers', () => {
  const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
  const right = (text: string): string => {
    const number = text.replace(/[ -]/g, '');
    if (number === '') return 's10.empty';
    if (!/^[A-Za-z]{2}\d{9}[A-Za-z]{2}$/.test(number)) return 's10.shape';
    const rest = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[2 + i]), 0) % 11;
    return Number(number[10]) === (rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest) ? 'ok' : 's10.check-digit';
  };
  fc.assert(
    fc.property(fc.nat(99_999_999), edits, (serial, slips) => {
      const text = edited(buildS10({ indicator: 'CE', serial, country: 'XA' }), slips);
      const read = parseS10(text);
      expect([text, read.ok ? 'ok' : read.code]).toEqual([text, right(text)]);
    }),
    RUNS,
  );
});

it('10,000 Digital Links of edited numbers and lots', () => {
  const lots = fc.stringMatching(/^[A-Z0-9/-]{1,21}$/);
  fc.assert(
    fc.property(fc.stringMatching(/^893[0-9]{9}$/), lots, edits, (body, lot, slips) => {
      const gtin = edited(body + gs1CheckDigit(body), slips).replace(/[^0-9]/g, '') || '0';
      const link = `https://choxa.example/01/${gtin}/10/${encodeURIComponent(lot)}`;
      const kind = expected(gtin);
      const code = kind === 'internal' ? 'gs1.internal-number' : kind !== 'gtin' ? kind : lot.length > 20 ? 'gs1.value' : 'ok';
      const read = parseDigitalLink(link);
      expect([link, read.ok ? 'ok' : read.code]).toEqual([link, code]);
      if (read.ok) expect(parseDigitalLink(buildDigitalLink('', { gtin, lot }))).toMatchObject({ ok: true, lot });
    }),
    RUNS,
  );
});

import * as fc from 'fast-check';
import { gs1CheckDigit } from './check-digit.js';
import { buildElementString, elementValue, GROUP_SEPARATOR, parseElementString, type GS1Element } from './element-string.js';
import { isGs1Date, parseGs1Date, toGs1Date } from './gs1-date.js';

const GS = GROUP_SEPARATOR;
const text82 = (max: number) => fc.stringMatching(new RegExp(`^[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,${max}}$`));
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((day) => toGs1Date(day.toISOString().slice(0, 10)));
const gtin14 = fc.stringMatching(/^[0-8]893[0-9]{9}$/).map((body) => body + gs1CheckDigit(body));
const value: Record<string, fc.Arbitrary<string>> = {
  '01': gtin14,
  '10': text82(20),
  '11': date,
  '17': date,
  '21': text82(20),
  '22': text82(20),
  '240': text82(30),
  '30': fc.stringMatching(/^[0-9]{1,8}$/),
  '3103': fc.stringMatching(/^[0-9]{6}$/),
  '422': fc.stringMatching(/^[0-9]{3}$/),
};
const elements: fc.Arbitrary<GS1Element[]> = fc
  .shuffledSubarray(Object.keys(value), { minLength: 1 })
  .chain((ais) => fc.tuple(...ais.map((ai) => value[ai]!.map((text) => ({ ai, value: text })))));
const byAi = (list: readonly GS1Element[]): GS1Element[] => [...list].sort((a, b) => a.ai.localeCompare(b.ai));

describe('an element string', () => {
  it('puts values of known length first and a separator only between variable ones', () => {
    const built = buildElementString([
      { ai: '10', value: 'L26-07' },
      { ai: '21', value: '0001' },
      { ai: '17', value: '271231' },
      { ai: '01', value: '08938500000010' },
    ]);
    expect(built.text).toBe('(01)08938500000010(17)271231(10)L26-07(21)0001');
    expect(built.data).toBe(`010893850000001017271231${'10L26-07'}${GS}210001`);
  });

  it('puts a separator after AI 422, whose length is fixed but not known to every reader', () => {
    const built = buildElementString([
      { ai: '422', value: '704' },
      { ai: '10', value: 'A' },
    ]);
    expect(built.data).toBe(`422704${GS}10A`);
  });

  it.each([
    [']C10108938500000010', [{ ai: '01', value: '08938500000010' }]],
    [
      `${GS}10A${GS}${GS}21B${GS}`,
      [
        { ai: '10', value: 'A' },
        { ai: '21', value: 'B' },
      ],
    ],
    [
      `0108938500000010${GS}10A`,
      [
        { ai: '01', value: '08938500000010' },
        { ai: '10', value: 'A' },
      ],
    ],
    [
      '(01)08938500000010(10)A(B)',
      [
        { ai: '01', value: '08938500000010' },
        { ai: '10', value: 'A(B)' },
      ],
    ],
    ['3103000500', [{ ai: '3103', value: '000500' }]],
    ['00089300000000000019', [{ ai: '00', value: '089300000000000019' }]],
  ])('%j is read', (text, expected) => {
    expect(parseElementString(text)).toEqual({ ok: true, elements: expected });
  });

  it.each([
    ['', 'gs1.empty'],
    [']C1', 'gs1.empty'],
    [GS, 'gs1.empty'],
    ['0108938500000011', 'gs1.check-digit'],
    ['010893850000001', 'gs1.value'],
    ['0100400000000015', 'gs1.internal-number'],
    ['0200400000000015', 'gs1.internal-number'],
    ['0102001234567893', 'gs1.restricted'],
    ['17261331', 'gs1.date'],
    ['17260230', 'gs1.date'],
    ['10', 'gs1.value'],
    ['10123456789012345678901', 'gs1.value'],
    ['10Lô1', 'gs1.value'],
    [`10A${GS}10B`, 'gs1.ai-repeated'],
    ['05123', 'gs1.ai'],
    ['(99999)1', 'gs1.ai'],
    ['x', 'gs1.ai'],
  ])('%j fails with %s', (text, code) => {
    expect(parseElementString(text)).toEqual({ ok: false, code });
  });

  it('never carries an internal number as AI 01 or 02', () => {
    for (const ai of ['01', '02']) expect(() => buildElementString([{ ai, value: '00400000000015' }])).toThrow('gs1.internal-number');
  });

  it('comes back the same from the data a scanner reads', () => {
    fc.assert(
      fc.property(elements, (list) => {
        const { data } = buildElementString(list);
        const read = parseElementString(`]C1${data}`);
        expect(read.ok && byAi(read.elements)).toEqual(byAi(list));
        if (read.ok) for (const { ai, value: text } of list) expect(elementValue(read.elements, ai)).toBe(text);
      }),
    );
  });

  it('comes back the same from its print, where no value has brackets', () => {
    fc.assert(
      fc.property(elements, (list) => {
        fc.pre(list.every(({ value: text }) => !text.includes('(')));
        const read = parseElementString(buildElementString(list).text);
        expect(read.ok && byAi(read.elements)).toEqual(byAi(list));
      }),
    );
  });

  it('with 10,000 random edits never makes the reader throw, and what is read can be written again', () => {
    fc.assert(
      fc.property(elements, fc.nat(60), fc.string({ maxLength: 3 }), fc.nat(3), (list, at, put, cut) => {
        const { data } = buildElementString(list);
        const read = parseElementString(data.slice(0, at) + put + data.slice(at + cut));
        if (read.ok) expect(() => buildElementString(read.elements)).not.toThrow();
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a GS1 date', () => {
  it.each([
    ['261231', 2026, { ok: true, isoDay: '2026-12-31', dayGiven: true }],
    ['270200', 2026, { ok: true, isoDay: '2027-02-28', dayGiven: false }],
    ['280200', 2026, { ok: true, isoDay: '2028-02-29', dayGiven: false }],
    ['760101', 2026, { ok: true, isoDay: '2076-01-01', dayGiven: true }],
    ['770101', 2026, { ok: true, isoDay: '1977-01-01', dayGiven: true }],
    ['010101', 2099, { ok: true, isoDay: '2101-01-01', dayGiven: true }],
    ['260229', 2026, { ok: false, code: 'gs1.date' }],
    ['260001', 2026, { ok: false, code: 'gs1.date' }],
    ['26123', 2026, { ok: false, code: 'gs1.date' }],
  ])('%s read in %s is %j', (yymmdd, year, expected) => {
    expect(parseGs1Date(yymmdd, year)).toEqual(expected);
  });

  it('comes back as the same day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2070-12-31'), noInvalidDate: true }), (instant) => {
        const day = instant.toISOString().slice(0, 10);
        expect(isGs1Date(toGs1Date(day))).toBe(true);
        expect(parseGs1Date(toGs1Date(day), 2026)).toEqual({ ok: true, isoDay: day, dayGiven: true });
      }),
    );
  });

  it('is not made of a day that does not exist', () => {
    expect(() => toGs1Date('2026-02-30')).toThrow('gs1.date');
  });
});

import fc from 'fast-check';
import { internalNumber, OCOP_SETS } from '@choxa/standards';
import { LABEL_FIELDS, LABEL_LEVELS, LABEL_PARTS, type LabelField } from './label-fields.js';
import { judgeLabel, LABEL_RULE_VERSION, type LabelFacts } from './label.rules.js';

const AT = new Date('2026-11-16T02:00:00Z');

/** A label that lacks nothing. */
function complete(change: Partial<LabelFacts> = {}): LabelFacts {
  return {
    setCode: '13',
    brand: { name: 'Cầu Đất Farm', owner: 'seller' },
    barcode: { kind: 'gtin', number14: '08938500000010', allottedAt: new Date('2026-11-01T00:00:00Z') },
    producer: { name: 'Hộ Nguyễn Văn Đất', communeKnown: true },
    hasImage: true,
    standards: 'TCVN 5251:2015',
    shelfLifeDays: 365,
    lot: {
      code: '261101-01',
      producedOn: '2026-11-01',
      expiresOn: '2027-11-01',
      placeKnown: true,
      traceCode: 'ABCDEFGHJK',
      eventsBeforeShipping: 1,
    },
    checked: [],
    ...change,
  };
}
const lot = (change: Partial<NonNullable<LabelFacts['lot']>>) => complete({ lot: { ...complete().lot!, ...change } });

it('a complete label is compliant, with nothing missing', () => {
  expect(judgeLabel(complete(), AT)).toEqual({
    ruleVersion: LABEL_RULE_VERSION,
    applies: true,
    compliant: true,
    level: 'format_valid',
    parts: { brand: 'format_valid', barcode: 'format_valid', origin: 'format_valid' },
    missing: [],
    percent: 100,
  });
});

describe('each field is missed by name', () => {
  const cases: [string, LabelFacts, LabelField[]][] = [
    ['no brand', complete({ brand: { name: null, owner: 'seller' } }), ['brand.name']],
    ['brand "không"', complete({ brand: { name: 'Không', owner: 'seller' } }), ['brand.name']],
    ['brand is the product type', complete({ brand: { name: 'Cà phê nguyên chất', owner: 'seller' } }), ['brand.name']],
    ['brand of nobody', complete({ brand: { name: 'Cầu Đất Farm', owner: null } }), ['brand.owner']],
    ['no number', complete({ barcode: null }), ['barcode.number']],
    ['wrong check digit', complete({ barcode: { ...complete().barcode!, number14: '08938500000011' } }), ['barcode.format']],
    ['a shop-internal number', complete({ barcode: { ...complete().barcode!, number14: '02001234567893' } }), ['barcode.format']],
    [
      'an internal number called gtin',
      complete({ barcode: { ...complete().barcode!, number14: `0${internalNumber(1)}` } }),
      ['barcode.format'],
    ],
    ['13 digits instead of 14', complete({ barcode: { ...complete().barcode!, number14: '8938500000010' } }), ['barcode.format']],
    ['number allotted later', complete({ barcode: { ...complete().barcode!, allottedAt: new Date(AT.getTime() + 1) } }), ['barcode.late']],
    ['nameless producer', complete({ producer: { name: ' ', communeKnown: true } }), ['origin.producer']],
    ['address without commune', complete({ producer: { name: 'Hộ A', communeKnown: false } }), ['origin.address']],
    ['lot without place', lot({ placeKnown: false }), ['origin.place']],
    ['lot without code', lot({ code: '' }), ['origin.lot']],
    ['lot without date', lot({ producedOn: null }), ['origin.date']],
    ['lot without trace code', lot({ traceCode: null }), ['origin.trace-code']],
    ['no picture', complete({ hasImage: false }), ['origin.image']],
    ['coffee without a standard', complete({ standards: null }), ['origin.standard']],
    ['standard "không"', complete({ standards: 'không' }), ['origin.standard']],
    ['no shelf life anywhere', { ...lot({ expiresOn: null }), shelfLifeDays: null }, ['origin.shelf-life']],
    ['no event before shipping', lot({ eventsBeforeShipping: 0 }), ['origin.event']],
    ['no lot', complete({ lot: null }), ['origin.place', 'origin.lot', 'origin.date', 'origin.trace-code', 'origin.event']],
  ];
  it.each(cases)('%s', (_, facts, missing) => {
    const verdict = judgeLabel(facts, AT);
    expect(verdict.missing).toEqual(missing);
    expect(verdict.compliant).toBe(false);
    expect(verdict.percent).toBeLessThan(100);
  });
});

describe('what a set demands', () => {
  it.each([
    ['1', 'fresh fruit needs no declared standard', complete({ setCode: '1', standards: null }), true],
    [
      '22',
      'cloth needs neither standard nor shelf life',
      { ...lot({ expiresOn: null }), setCode: '22', standards: null, shelfLifeDays: null },
      true,
    ],
    ['1', 'fresh fruit needs a shelf life', { ...lot({ expiresOn: null }), setCode: '1', shelfLifeDays: null }, false],
    ['99', 'an unknown set is asked for everything', complete({ setCode: '99', standards: null }), false],
  ])('set %s: %s', (_, __, facts, compliant) => {
    expect(judgeLabel(facts, AT).compliant).toBe(compliant);
  });

  it('a service (set 26) is outside: neither compliant nor missing anything', () => {
    expect(judgeLabel(complete({ setCode: '26' }), AT)).toMatchObject({
      applies: false,
      compliant: false,
      missing: [],
      level: 'none',
      percent: 0,
    });
  });
});

describe('four levels stay apart', () => {
  it.each([
    [
      'nothing said',
      complete({ brand: { name: null, owner: null }, barcode: null, lot: null }),
      { brand: 'none', barcode: 'none', origin: 'none' },
    ],
    ['"không" says nothing', complete({ brand: { name: 'không', owner: 'seller' } }), { brand: 'none' }],
    ['said, not in form', complete({ brand: { name: 'Cà phê', owner: 'seller' } }), { brand: 'declared' }],
    ['lot without event', lot({ eventsBeforeShipping: 0 }), { origin: 'declared' }],
    ['seen by a person', complete({ checked: ['barcode'] }), { brand: 'format_valid', barcode: 'checked' }],
    ['a check supplies nothing that is missing', complete({ barcode: null, checked: ['barcode'] }), { barcode: 'none' }],
  ])('%s', (_, facts, parts) => {
    expect(judgeLabel(facts as LabelFacts, AT).parts).toMatchObject(parts);
  });
});

const text = fc.oneof(fc.constantFrom(null, '', 'không', 'Cầu Đất Farm', 'Cà phê', 'n/a'), fc.string());
const anyFacts: fc.Arbitrary<LabelFacts> = fc.record({
  setCode: fc.constantFrom(...OCOP_SETS.map(({ code }) => code), '0', '27', ''),
  brand: fc.record({ name: text, owner: fc.constantFrom('seller' as const, 'licence' as const, null) }),
  barcode: fc.option(
    fc.record({
      kind: fc.constantFrom('gtin' as const, 'internal' as const),
      number14: fc.constantFrom('08938500000010', `0${internalNumber(9)}`, '00000000000000', 'abc', ''),
      allottedAt: fc.date({ noInvalidDate: true }),
    }),
  ),
  producer: fc.record({ name: text, communeKnown: fc.boolean() }),
  hasImage: fc.boolean(),
  standards: text,
  shelfLifeDays: fc.option(fc.nat(1000)),
  lot: fc.option(
    fc.record({
      code: fc.constantFrom('', 'L1'),
      producedOn: fc.constantFrom(null, '2026-11-01'),
      expiresOn: fc.constantFrom(null, '2027-11-01'),
      placeKnown: fc.boolean(),
      traceCode: fc.constantFrom(null, 'ABCDEFGHJK'),
      eventsBeforeShipping: fc.nat(3),
    }),
  ),
  checked: fc.subarray([...LABEL_PARTS]),
});

describe('for any facts', () => {
  it('compliant ⇔ the rule applies and nothing is missing ⇔ 100 % ⇔ every part format-valid or better', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { applies, compliant, missing, percent, parts, level } = judgeLabel(facts, AT);
        const rank = (value: (typeof LABEL_LEVELS)[number]) => LABEL_LEVELS.indexOf(value);
        expect(compliant).toBe(applies && missing.length === 0);
        expect(percent === 100).toBe(compliant);
        expect(LABEL_PARTS.every((part) => rank(parts[part]) >= rank('format_valid'))).toBe(compliant);
        expect(rank(level)).toBe(Math.min(...LABEL_PARTS.map((part) => rank(parts[part]))));
        expect(new Set(missing).size).toBe(missing.length);
        expect(missing).toEqual(Object.keys(LABEL_FIELDS).filter((field) => missing.includes(field as LabelField)));
      }),
    );
  });

  it('giving more never makes a label worse, and the facts stay untouched', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('brand', 'barcode', 'producer', 'hasImage', 'standards', 'shelfLifeDays', 'lot'),
        (facts, key) => {
          const before = structuredClone(facts);
          const better = { ...facts, [key]: complete()[key as keyof LabelFacts] } as LabelFacts;
          expect(judgeLabel(better, AT).percent).toBeGreaterThanOrEqual(judgeLabel(facts, AT).percent);
          expect(facts).toEqual(before);
        },
      ),
    );
  });
});

it('every field has a part and a sentence in both languages', () => {
  for (const [field, { part, vi, en }] of Object.entries(LABEL_FIELDS)) {
    expect(field.startsWith(`${part}.`)).toBe(true);
    expect(vi.length > 10 && en.length > 10).toBe(true);
  }
});

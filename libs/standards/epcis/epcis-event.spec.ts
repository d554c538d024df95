import fc from 'fast-check';
import {
  buildDigitalLink,
  gs1CheckDigit,
  internalNumber,
  readClassId,
  readEpcisDocument,
  readEpcisEvent,
  type EpcisCode,
} from '../index.js';

const LOT = 'https://choxa.test/01/08938501000019/10/A1';
const WHEN = { eventTime: '2026-11-10T08:00:00+07:00', eventTimeZoneOffset: '+07:00' };
const made = {
  type: 'ObjectEvent',
  ...WHEN,
  action: 'ADD',
  bizStep: 'commissioning',
  quantityList: [{ epcClass: LOT, quantity: 20 }],
  ilmd: { 'cbvmda:lotNumber': 'A1' },
};
const shipped = { type: 'ObjectEvent', ...WHEN, action: 'OBSERVE', bizStep: 'shipping', quantityList: [{ epcClass: LOT }] };
const packed = {
  type: 'AggregationEvent',
  ...WHEN,
  action: 'ADD',
  bizStep: 'packing',
  parentID: 'urn:uuid:1',
  childQuantityList: [{ epcClass: LOT }],
};
const processed = {
  type: 'TransformationEvent',
  ...WHEN,
  bizStep: 'creating_class_instance',
  inputQuantityList: [{ epcClass: 'https://choxa.test/t/ABC' }],
  outputQuantityList: [{ epcClass: LOT, quantity: 1.5, uom: 'KGM' }],
};

const without = (event: object, name: string) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== name));
const codeOf = (event: unknown) => {
  const read = readEpcisEvent(event);
  return read.ok ? 'ok' : read.code;
};

describe('EPCIS events', () => {
  it('the four steps of a lot are read', () => {
    expect([made, processed, packed, shipped].map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(readEpcisEvent(processed)).toMatchObject({
      ok: true,
      event: { type: 'TransformationEvent', action: null, inputs: ['https://choxa.test/t/ABC'], outputs: [LOT] },
    });
  });

  it('words of the vocabulary may stand in their long forms', () => {
    for (const bizStep of ['urn:epcglobal:cbv:bizstep:shipping', 'https://ref.gs1.org/cbv/BizStep-shipping'])
      expect(readEpcisEvent({ ...shipped, bizStep })).toMatchObject({ ok: true, event: { bizStep: 'shipping' } });
    expect(codeOf({ ...shipped, bizStep: 'https://choxa.test/epcis#growing' })).toBe('ok');
  });

  const broken: [string, unknown, EpcisCode][] = [
    ['no eventTimeZoneOffset', without(shipped, 'eventTimeZoneOffset'), 'epcis.offset'],
    ['an offset that is none', { ...shipped, eventTimeZoneOffset: '+7' }, 'epcis.offset'],
    ['no eventTime', without(shipped, 'eventTime'), 'epcis.time'],
    ['an eventTime without offset', { ...shipped, eventTime: '2026-11-10T08:00:00' }, 'epcis.time'],
    ['the word `transforming`', { ...processed, bizStep: 'transforming' }, 'epcis.biz-step'],
    ['`transforming` in the long form', { ...processed, bizStep: 'urn:epcglobal:cbv:bizstep:transforming' }, 'epcis.biz-step'],
    ['an action on a transformation', { ...processed, action: 'ADD' }, 'epcis.action'],
    ['no action on an observation', without(shipped, 'action'), 'epcis.action'],
    ['lot data on an observation', { ...shipped, ilmd: { 'cbvmda:lotNumber': 'A1' } }, 'epcis.ilmd'],
    ['lot data on an aggregation', { ...packed, ilmd: { 'cbvmda:lotNumber': 'A1' } }, 'epcis.ilmd'],
    ['lot data under names without a vocabulary', { ...made, ilmd: { lotNumber: 'A1' } }, 'epcis.ilmd'],
    [
      'an internal number as LGTIN',
      { ...shipped, quantityList: [{ epcClass: 'urn:epc:class:lgtin:0400000.000001.A1' }] },
      'epcis.internal-number',
    ],
    [
      'an internal number in a link',
      { ...shipped, quantityList: [{ epcClass: `https://x.test/01/0${internalNumber(1)}/10/A` }] },
      'epcis.internal-number',
    ],
    [
      'a wrong check digit',
      { ...shipped, quantityList: [{ epcClass: 'https://choxa.test/01/08938501000013/10/A1' }] },
      'epcis.check-digit',
    ],
    ['a lot that is no URI', { ...shipped, quantityList: [{ epcClass: 'lô 1' }] }, 'epcis.uri'],
    ['a quantity below nothing', { ...shipped, quantityList: [{ epcClass: LOT, quantity: -1 }] }, 'epcis.quantity'],
    ['a unit in words', { ...shipped, quantityList: [{ epcClass: LOT, quantity: 1, uom: 'gói' }] }, 'epcis.quantity'],
    ['nothing that it is about', { ...shipped, quantityList: [] }, 'epcis.what'],
    ['a packing into nothing', without(packed, 'parentID'), 'epcis.parent'],
    ['a transformation of nothing', without(processed, 'inputQuantityList'), 'epcis.what'],
    ['a field nobody knows', { ...shipped, bizStap: 'shipping' }, 'epcis.field'],
    ['another type', { ...shipped, type: 'QuantityEvent' }, 'epcis.type'],
    ['an error declaration without a time', { ...shipped, errorDeclaration: { reason: 'incorrect_data' } }, 'epcis.error-declaration'],
    [
      'an error declaration for no reason known',
      { ...shipped, errorDeclaration: { declarationTime: WHEN.eventTime, reason: 'oops' } },
      'epcis.error-declaration',
    ],
    ['a list', [shipped], 'epcis.event'],
    ['nothing', null, 'epcis.event'],
  ];
  it.each(broken)('%s is refused', (_, event, code) => {
    expect(codeOf(event)).toBe(code);
  });

  it('whatever is sent, reading it never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(made, processed, packed, shipped), fc.string(), fc.jsonValue(), (event, name, value) => {
        expect(['string', 'boolean']).toContain(typeof codeOf({ ...event, [name]: value }));
        for (const field of Object.keys(event)) codeOf({ ...event, [field]: value });
      }),
      { numRuns: 300, verbose: 1 },
    );
  });
});

describe('classes in events', () => {
  it('a link and an LGTIN of one lot mean the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.stringMatching(/^[A-Z0-9-]{1,20}$/), (item, lot) => {
        const body = `8938501${String(item).padStart(5, '0')}`;
        const number14 = `0${body}${gs1CheckDigit(body)}`;
        const expected = { ok: true, kind: 'lot', number14, lot };
        expect(readClassId(buildDigitalLink('https://choxa.test', { gtin: number14, lot }))).toEqual(expected);
        expect(readClassId(`urn:epc:class:lgtin:8938501.0${String(item).padStart(5, '0')}.${lot}`)).toEqual(expected);
      }),
      { verbose: 1 },
    );
  });

  it('an address of our own is left to whoever knows it', () => {
    expect(readClassId('https://choxa.test/t/ABCDEFGHJK')).toEqual({ ok: true, kind: 'other' });
  });
});

it('a document is told from other JSON', () => {
  const document = {
    '@context': [],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: WHEN.eventTime,
    epcisBody: { eventList: [made] },
  };
  expect(readEpcisDocument(document)).toMatchObject({ ok: true, events: [made] });
  for (const name of Object.keys(document))
    expect(readEpcisDocument(without(document, name))).toEqual({ ok: false, code: 'epcis.document' });
  for (const other of [null, [], 'x', { ...document, schemaVersion: '1.2' }, { ...document, type: 'EPCISQueryDocument' }])
    expect(readEpcisDocument(other).ok).toBe(false);
});

import { anActor, TEST_ORIGIN } from '@choxa/testing';
import { readEpcisEvent } from '@choxa/standards';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { AddLotInput, AllotBarcode, CorrectTraceEvent, MakeLot, RecordTraceEvent } from '../index.js';
import { epcisSchema } from './epcis-schema.factory.js';

let given: LabellingGiven;
let seller: GivenSeller;
const faultsOf = epcisSchema();

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const exported = async (lotId: string, as = seller.as) => {
  const { status, text, headers } = await http('GET', `/lots/${lotId}/epcis`, { as });
  return { status, type: headers['content-type'], body: JSON.parse(text) };
};
const capture = (events: unknown[], { as = seller.as, headers = {} as Record<string, string> } = {}) =>
  http('POST', '/epcis/capture', { as, headers, body: documentOf(events) });

function documentOf(events: unknown[]) {
  const eventList = events;
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { choxa: `${TEST_ORIGIN}/epcis#` }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-16T09:00:00+07:00',
    epcisBody: { eventList },
  };
}

/** A lot of a licensed number that went through every step, with one of them declared wrong. */
async function fourStepLot() {
  const { packId } = await given.product(seller, { draft: true });
  const number = given.gtin();
  await given.world.get(AllotBarcode).run(seller.as, packId, { kind: 'gtin', number, companyPrefix: '8938501' });
  const raw = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-01', producedKind: 'harvest', quantity: 40 });
  const lot = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-05', producedKind: 'production', quantity: 30 });
  await given.world.get(AddLotInput).run(seller.as, lot.id, { traceCode: raw.traceCode, quantity: 40 });
  const record = (step: 'growing' | 'processing' | 'packing' | 'shipping' | 'arriving' | 'receiving', day: number) =>
    given.world.get(RecordTraceEvent).run(seller.as, lot.id, { step, occurredAt: new Date(Date.UTC(2026, 10, day, 2)), note: 'Ghi chú' });
  await record('growing', 2);
  await record('processing', 6);
  await record('packing', 7);
  const wrong = await record('shipping', 8);
  await given.world.get(CorrectTraceEvent).run(seller.as, wrong.id, {
    reason: 'incorrect_data',
    note: 'Nhầm ngày',
    instead: { step: 'shipping', occurredAt: new Date('2026-11-09T02:00:00Z') },
  });
  await record('arriving', 10);
  await record('receiving', 11);
  return { lot, raw, number, uri: `${TEST_ORIGIN}/01/0${number}/10/${lot.code}` };
}

describe('export', () => {
  it('of a lot of four steps is valid EPCIS 2.0, names the lot by its Digital Link, and keeps the wrong event beside its declaration', async () => {
    const { lot, raw, number, uri } = await fourStepLot();
    const { type, body } = await exported(lot.id);
    expect(type).toContain('application/ld+json');
    expect(faultsOf(body)).toEqual([]);
    const events: Record<string, any>[] = body.epcisBody.eventList;
    expect(events.map((event) => readEpcisEvent(event).ok)).toEqual(events.map(() => true));
    expect(events.map(({ type: kind, action, bizStep }) => [kind, action, bizStep])).toEqual([
      ['ObjectEvent', 'OBSERVE', `${TEST_ORIGIN}/epcis#growing`],
      ['ObjectEvent', 'ADD', 'commissioning'],
      ['TransformationEvent', undefined, 'creating_class_instance'],
      ['AggregationEvent', 'ADD', 'packing'],
      ['ObjectEvent', 'OBSERVE', 'shipping'],
      ['ObjectEvent', 'OBSERVE', 'shipping'],
      ['ObjectEvent', 'OBSERVE', 'shipping'],
      ['ObjectEvent', 'OBSERVE', 'arriving'],
      ['ObjectEvent', 'OBSERVE', 'receiving'],
    ]);
    expect(new Set(events.map((event) => event.eventTimeZoneOffset))).toEqual(new Set(['+07:00']));
    expect(events.map((event) => 'ilmd' in event)).toEqual(events.map(({ bizStep }) => bizStep === 'commissioning'));
    expect(events[1]).toMatchObject({ quantityList: [{ epcClass: uri, quantity: 30 }], ilmd: { 'cbvmda:lotNumber': lot.code } });
    expect(events[2]).toMatchObject({
      inputQuantityList: [{ epcClass: `${TEST_ORIGIN}/01/0${number}/10/${raw.code}`, quantity: 40 }],
      outputQuantityList: [{ epcClass: uri, quantity: 30 }],
    });
    expect(events[5]).toMatchObject({
      eventID: events[4]!.eventID,
      errorDeclaration: { reason: 'incorrect_data', correctiveEventIDs: [events[6]!.eventID] },
    });
  });

  it('names a lot under an internal number by our own address, never by a GS1 key', async () => {
    const { lot } = await given.labelled(seller);
    const { body } = await exported(lot.id);
    expect(faultsOf(body)).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/lgtin|\/01\//);
    expect(body.epcisBody.eventList[0].quantityList).toEqual([{ epcClass: `${TEST_ORIGIN}/t/${lot.traceCode}` }]);
  });

  it('what went in is told even where nobody recorded the processing', async () => {
    const { lot: raw } = await given.labelled(seller);
    const { lot } = await given.labelled(seller);
    await given.world.get(AddLotInput).run(seller.as, lot.id, { traceCode: raw.traceCode });
    const { body } = await exported(lot.id);
    expect(faultsOf(body)).toEqual([]);
    expect(body.epcisBody.eventList).toContainEqual(
      expect.objectContaining({ type: 'TransformationEvent', bizStep: 'creating_class_instance' }),
    );
  });

  it('is for the household and the officials of its area', async () => {
    const { lot } = await given.labelled(seller);
    const official = (scopeId: string) => anActor({ role: 'official', scopeKind: 'province', scopeId });
    expect((await exported(lot.id, official('68'))).status).toBe(200);
    expect((await exported(lot.id, official('01'))).status).toBe(404);
    expect((await exported(lot.id, (await given.seller()).as)).status).toBe(404);
  });
});

describe('the schema of GS1 and our own rules refuse broken events', () => {
  const shipping = {
    type: 'ObjectEvent',
    eventTime: '2026-11-10T08:00:00+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    quantityList: [{ epcClass: `${TEST_ORIGIN}/t/2222222222` }],
  };
  const processing = {
    ...{ type: 'TransformationEvent', eventTime: shipping.eventTime, eventTimeZoneOffset: '+07:00', bizStep: 'creating_class_instance' },
    inputQuantityList: shipping.quantityList,
    outputQuantityList: shipping.quantityList,
  };
  const { eventTimeZoneOffset: _, ...noOffset } = shipping;
  const classOf = (epcClass: string) => ({ ...shipping, quantityList: [{ epcClass }] });
  // The schema knows no check digits and no numbers: the last two are for our rules alone.
  it.each([
    ['no eventTimeZoneOffset', noOffset, true, 'epcis.offset'],
    ['bizStep transforming', { ...processing, bizStep: 'transforming' }, true, 'epcis.biz-step'],
    ['an action on a TransformationEvent', { ...processing, action: 'ADD' }, true, 'epcis.action'],
    ['ilmd on OBSERVE', { ...shipping, ilmd: { 'cbvmda:lotNumber': 'A' } }, true, 'epcis.ilmd'],
    ['no action on an ObjectEvent', { ...shipping, action: undefined }, true, 'epcis.action'],
    ['an internal number as lgtin', classOf('urn:epc:class:lgtin:0400000.000001.A1'), false, 'epcis.internal-number'],
    ['a GTIN with a wrong check digit', classOf(`${TEST_ORIGIN}/01/08938501000013/10/A1`), false, 'epcis.check-digit'],
  ])('%s', async (_name, event, bySchema, code) => {
    const sent = JSON.parse(JSON.stringify(documentOf([event])));
    expect(faultsOf(sent).length > 0).toBe(bySchema);
    const { status, body } = await capture(sent.epcisBody.eventList);
    expect(status).toBe(202);
    expect(body).toMatchObject({ success: false, events: [{ outcome: 'rejected', code, detail: expect.any(String) }] });
  });
});

describe('capture', () => {
  const eventOf = (uri: string, more: object = {}) => ({
    ...{
      type: 'ObjectEvent',
      eventTime: '2026-11-12T08:00:00+07:00',
      eventTimeZoneOffset: '+07:00',
      action: 'OBSERVE',
      bizStep: 'shipping',
    },
    quantityList: [{ epcClass: uri, quantity: 5 }],
    ...more,
  });

  it('accepts, knows again and rejects event by event, and keeps a job to look it up', async () => {
    const { lot } = await given.labelled(seller);
    const uri = `${TEST_ORIGIN}/t/${lot.traceCode}`;
    const named = eventOf(uri, { eventID: 'urn:uuid:5f4ae1f6-4d2c-4a1e-9d0f-000000000001', 'choxa:note': 'Xe lạnh' });
    const unnamed = eventOf(uri, { bizStep: 'receiving' });
    const stranger = eventOf(`${TEST_ORIGIN}/t/${(await given.labelled(await given.seller())).lot.traceCode}`);
    const { status, body, headers } = await capture([named, unnamed, stranger, named, eventOf(uri, { bizStep: 'storing' })], {
      headers: { 'content-type': 'application/ld+json' },
    });
    expect(status).toBe(202);
    expect(body.events.map(({ outcome, code }: any) => [outcome, code])).toEqual([
      ['accepted', null],
      ['accepted', null],
      ['rejected', 'epcis.lot-unknown'],
      ['duplicate', null],
      ['rejected', 'epcis.step-not-kept'],
    ]);
    expect((await http('GET', String(headers.location), { as: seller.as })).body).toEqual(body);
    expect((await http('GET', String(headers.location), { as: (await given.seller()).as })).status).toBe(404);
    const again = await capture([{ ...unnamed, recordTime: '2026-11-13T00:00:00Z' }]);
    expect(again.body.events).toEqual([{ ...body.events[1], index: 0, outcome: 'duplicate' }]);
    const { events } = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body;
    expect(events.map(({ step, note }: any) => [step, note])).toEqual(
      expect.arrayContaining([
        ['shipping', 'Xe lạnh'],
        ['receiving', null],
      ]),
    );
    const told = (await exported(lot.id)).body;
    expect(faultsOf(told)).toEqual([]);
    expect(told.epcisBody.eventList).toContainEqual({ ...named, recordTime: expect.any(String) });
  });

  it('what we exported is known when it comes back', async () => {
    const { lot } = await fourStepLot();
    const { body } = await exported(lot.id);
    const events = body.epcisBody.eventList.filter((event: any) => !event.errorDeclaration);
    const { body: job } = await capture(events);
    expect(job.events.map(({ outcome, code }: any) => [outcome, code])).toEqual(events.map(() => ['duplicate', null]));
  });

  it('all or none where the sender asks for it', async () => {
    const { lot } = await given.labelled(seller);
    const uri = `${TEST_ORIGIN}/t/${lot.traceCode}`;
    const both = [eventOf(uri, { bizStep: 'arriving' }), eventOf(uri, { eventTimeZoneOffset: '7' })];
    const { body } = await capture(both, { headers: { 'gs1-capture-error-behaviour': 'rollback' } });
    expect(body.events.map(({ outcome }: any) => outcome)).toEqual(['not_kept', 'rejected']);
    const { events } = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body;
    expect(events.map(({ step }: any) => step)).toEqual(['harvesting']);
  });

  it('an error declaration marks the event, once', async () => {
    const { lot } = await given.labelled(seller);
    const event = eventOf(`${TEST_ORIGIN}/t/${lot.traceCode}`, { eventID: 'urn:uuid:5f4ae1f6-4d2c-4a1e-9d0f-000000000002' });
    const wrong = { ...event, errorDeclaration: { declarationTime: '2026-11-13T08:00:00+07:00', reason: 'did_not_occur' } };
    const outcomes = async (events: unknown[]) => (await capture(events)).body.events.map(({ outcome }: any) => outcome);
    expect(await outcomes([event, wrong, wrong])).toEqual(['accepted', 'accepted', 'duplicate']);
    const { events } = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body;
    expect(events.find(({ step }: any) => step === 'shipping').correction).toMatchObject({ reason: 'did_not_occur' });
  });

  it('a transformation says what went in; a circle is refused and leaves nothing', async () => {
    const { lot: raw } = await given.labelled(seller);
    const { lot } = await given.labelled(seller);
    const [from, to] = [raw, lot].map(({ traceCode }) => [{ epcClass: `${TEST_ORIGIN}/t/${traceCode}` }]);
    const make = (inputQuantityList: unknown, outputQuantityList: unknown) => ({
      ...{
        type: 'TransformationEvent',
        eventTime: '2026-11-12T08:00:00+07:00',
        eventTimeZoneOffset: '+07:00',
        bizStep: 'creating_class_instance',
      },
      inputQuantityList,
      outputQuantityList,
    });
    const { body } = await capture([make(from, to), make(to, from)]);
    expect(body.events.map(({ outcome, code }: any) => [outcome, code])).toEqual([
      ['accepted', null],
      ['rejected', 'lot.input-circle'],
    ]);
    const history = async (id: string) => (await http('GET', `/household/lots/${id}`, { as: seller.as })).body;
    expect((await history(lot.id)).inputs).toEqual([expect.objectContaining({ id: raw.id })]);
    expect((await history(raw.id)).events.map(({ step }: any) => step)).toEqual(['harvesting']);
  });

  it('one event sent twenty times at once is kept once', async () => {
    const { lot } = await given.labelled(seller);
    const event = eventOf(`${TEST_ORIGIN}/t/${lot.traceCode}`);
    const jobs = await Promise.all(Array.from({ length: 20 }, () => capture([event])));
    const outcomes = jobs.map(({ body }) => body.events[0].outcome).sort();
    expect(outcomes).toEqual(['accepted', ...Array.from({ length: 19 }, () => 'duplicate')]);
  });

  it('other JSON is refused', async () => {
    for (const body of [{}, [], { ...documentOf([]), type: 'EPCISQueryDocument' }])
      expect((await http('POST', '/epcis/capture', { as: seller.as, body })).body).toMatchObject({ status: 400, code: 'epcis.document' });
    expect((await capture(Array.from({ length: 501 }, () => ({})))).body).toMatchObject({ status: 413, code: 'epcis.many' });
  });
});

describe('query', () => {
  it('pages over the events of one household, filtered by the standard names, as a valid query document', async () => {
    const own = await given.seller();
    const { lot } = await given.labelled(own);
    const other = await given.labelled(own);
    for (const step of ['packing', 'shipping'] as const) await given.world.get(RecordTraceEvent).run(own.as, lot.id, { step });
    const ask = async (query: string) => {
      const { text, headers } = await http('GET', `/epcis/events${query}`, { as: own.as });
      const document = JSON.parse(text);
      expect(faultsOf(document)).toEqual([]);
      const next = /<[^>]*(\/api\/v1[^>]*)>/.exec(String(headers.link ?? ''))?.[1];
      return { events: document.epcisBody.queryResults.resultsBody.eventList as Record<string, any>[], next };
    };
    const whole = (await ask('')).events;
    expect(whole).toHaveLength(6);
    const paged: Record<string, any>[] = [];
    for (let path: string | undefined = '?perPage=2'; path;) {
      const page = await ask(path);
      paged.push(...page.events);
      path = page.next?.replace('/api/v1/epcis/events', '');
    }
    expect(paged).toEqual(whole);
    expect((await ask('?EQ_bizStep=shipping')).events.map(({ bizStep }) => bizStep)).toEqual(['shipping']);
    expect((await ask('?eventType=AggregationEvent')).events.map(({ type }) => type)).toEqual(['AggregationEvent']);
    expect((await ask('?LT_eventTime=2026-11-02T00:00:00Z')).events.map(({ bizStep }) => bizStep)).toEqual([
      'commissioning',
      'commissioning',
    ]);
    const uri = encodeURIComponent(`${TEST_ORIGIN}/t/${other.lot.traceCode}`);
    expect((await ask(`?MATCH_anyEPCClass=${uri}`)).events).toHaveLength(2);
    expect((await ask('?EQ_bizStep=storing')).events).toEqual([]);
    expect((await http('GET', '/epcis/events?perPage=0', { as: own.as })).status).toBe(400);
  });
});

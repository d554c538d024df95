import { internalNumber } from '@choxa/standards';
import { TEST_ORIGIN } from '@choxa/testing';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { AddLotInput, CorrectTraceEvent, MakeLot, RecallLot } from '../index.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const allot = (packId: string, body: object, as = seller.as) => http('POST', `/packs/${packId}/barcodes`, { as, body });

describe('trace pages', () => {
  it('a lot is found by its trace code, in any spelling, with its maker to commune level only', async () => {
    const { lot, slug, barcode } = await given.labelled(seller);
    for (const code of [lot.traceCode, lot.traceCode.toLowerCase(), `${lot.traceCode.slice(0, 5)}-${lot.traceCode.slice(5)}`]) {
      const answer = await http('GET', `/trace/${code}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        status: 'ok',
        product: { name: 'Cà phê Arabica Cầu Đất', slug, setCode: '13', image: { url: expect.any(String) } },
        producer: {
          name: expect.stringContaining('Nguyễn Văn Đất'),
          communeName: expect.any(String),
          provinceName: expect.stringContaining('Lâm Đồng'),
        },
        brandName: 'Cầu Đất Farm',
        barcode: { kind: 'internal', digits: barcode.number.slice(1) },
        lot: { code: lot.code, producedOn: '2026-11-01', expired: false, traceCode: lot.traceCode },
        events: [{ step: 'harvesting' }],
        recognition: null,
        label: { level: 'format_valid', missing: [] },
        standards: 'TCVN 5251:2015',
        shelfLifeDays: 365,
        note: null,
      });
      expect(Object.keys(answer.body.producer)).toEqual(['name', 'communeName', 'provinceName']);
      expect(answer.text).not.toContain('street');
    }
  });

  it('an internal number is found in 13 digits, 14 digits, and as the 12 digits a scanner may give', async () => {
    const { slug, barcode } = await given.labelled(seller);
    for (const code of [barcode.number, barcode.number.slice(1), barcode.number.slice(2)])
      expect((await http('GET', `/trace/${code}`)).body).toMatchObject({ status: 'ok', product: { slug }, lot: null, events: [] });
  });

  it('an expired lot says so, in the language asked for', async () => {
    const { packId } = await given.product(seller);
    const lot = await given.world
      .get(MakeLot)
      .run(seller.as, packId, { producedOn: '2026-10-01', expiresOn: '2026-11-01', producedKind: 'harvest' });
    const answer = await http('GET', `/trace/${lot.traceCode}`);
    expect(answer.body).toMatchObject({ status: 'expired', lot: { expired: true }, note: 'Lô hàng này đã quá hạn sử dụng.' });
    const english = await http('GET', `/trace/${lot.traceCode}`, { headers: { 'accept-language': 'en' } });
    expect(english.body.note).toBe('This lot is past its last good day.');
  });

  it('a licensed number with lot and serial', async () => {
    const { packId } = await given.product(seller);
    const number = given.gtin();
    await allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' });
    const lot = await given.world.get(MakeLot).run(seller.as, packId, { code: 'A/1', producedOn: '2026-11-01', producedKind: 'harvest' });
    const trace = (query: string, gtin = `0${number}`) => http('GET', `/trace/gtin/${gtin}${query}`);
    expect((await trace(`?lot=A%2F1&serial=77`)).body).toMatchObject({
      status: 'ok',
      lot: { code: lot.code },
      serial: '77',
      note: expect.stringContaining('sê-ri'),
    });
    expect((await trace('', number)).body).toMatchObject({ status: 'ok', lot: null });
    expect((await trace('?lot=NONE')).body).toMatchObject({ status: 404, code: 'trace.unknown', errors: [{ pointer: '/lot' }] });
  });

  it('malformed and unknown are told apart; an internal number in a Digital Link is malformed', async () => {
    const { barcode } = await given.labelled(seller);
    const malformed = ['/trace/ABC', '/trace/ABCDEFGHJ0', '/trace/gtin/123', '/trace/gtin/abc'];
    for (const path of malformed) expect((await http('GET', path)).body).toMatchObject({ status: 400, code: 'trace.malformed' });
    for (const path of ['/trace/8938501000001', '/trace/gtin/08938501000001'])
      expect((await http('GET', path)).body).toMatchObject({ status: 400, code: 'trace.check-digit' });
    expect((await http('GET', `/trace/gtin/${barcode.number}`)).body).toMatchObject({ status: 400, code: 'trace.internal-number' });
    expect((await http('GET', '/trace/gtin/08934588000010?lot=l%C3%B4')).body.code).toBe('trace.malformed');
    const unknown = ['/trace/8934588000010', '/trace/gtin/08934588000010', `/trace/${internalNumber(9_999_999_999)}`, '/trace/2222222222'];
    for (const path of unknown) expect([path, (await http('GET', path)).body.code]).toEqual([path, 'trace.unknown']);
  });

  it('one step back and one step forward, with the makers to commune level', async () => {
    const other = await given.seller();
    const { lot: beans } = await given.labelled(other);
    const { lot: roast } = await given.labelled(seller);
    await given.world.get(AddLotInput).run(seller.as, roast.id, { traceCode: beans.traceCode, quantity: 3 });
    const link = { productName: 'Cà phê Arabica Cầu Đất', provinceName: expect.stringContaining('Lâm Đồng'), quantity: 3 };
    expect((await http('GET', `/trace/${roast.traceCode}`)).body.inputs).toEqual([
      expect.objectContaining({ ...link, traceCode: beans.traceCode, producerName: expect.any(String) }),
    ]);
    expect((await http('GET', `/trace/${beans.traceCode}`)).body.outputs).toEqual([
      expect.objectContaining({ ...link, traceCode: roast.traceCode, recalled: false }),
    ]);
    await given.world.get(RecallLot).run(other.as, beans.id, { scope: 'lot', reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' });
    expect((await http('GET', `/trace/${roast.traceCode}`)).body).toMatchObject({ status: 'ok', inputs: [{ recalled: true }] });
  });

  it('a recalled lot says so before all else, and so does every code of a pack whose lots cannot be told apart', async () => {
    const { lot, packId, barcode } = await given.labelled(seller);
    const next = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-02', producedKind: 'harvest' });
    const status = async (code: string) => (await http('GET', `/trace/${code}`)).body.status;
    expect([await status(lot.traceCode), await status(next.traceCode)]).toEqual(['ok', 'ok']);
    await given.world.get(RecallLot).run(seller.as, next.id, { scope: 'lot', reason: 'spoiled', note: 'Bị mốc, xin đừng dùng.' });
    expect([await status(lot.traceCode), await status(next.traceCode), await status(barcode.number)]).toEqual(['ok', 'recalled', 'ok']);
    await given.world.get(RecallLot).run(seller.as, lot.id, { scope: 'pack', reason: 'allergen', note: 'Có lạc, nhãn không ghi.' });
    expect([await status(lot.traceCode), await status(barcode.number)]).toEqual(['recalled', 'recalled']);
    expect((await http('GET', `/trace/${barcode.number}`)).body.recall).toMatchObject({
      reason: 'allergen',
      note: 'Có lạc, nhãn không ghi.',
    });
  });

  it('a step declared wrong stays on the page and says so; the page of the product leaves it out', async () => {
    const { lot, slug } = await given.labelled(seller);
    const { events } = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body;
    const stages = async () => (await http('GET', `/products/${slug}/page`)).body.stages;
    const [{ occurredAt, place, note }] = (await http('GET', `/trace/${lot.traceCode}`)).body.events;
    expect(await stages()).toEqual([{ step: 'harvesting', occurredAt, place, note }]);
    await given.world.get(CorrectTraceEvent).run(seller.as, events[0].id, { reason: 'did_not_occur', note: 'Bấm nhầm' });
    expect((await http('GET', `/trace/${lot.traceCode}`)).body).toMatchObject({
      events: [{ step: 'harvesting', correction: { reason: 'did_not_occur', note: 'Bấm nhầm' } }],
      label: { origin: { level: 'declared' }, missing: ['origin.event'] },
    });
    expect(await stages()).toEqual([]);
  });

  it('answers linked data and a linkset to those who ask, with one address for all', async () => {
    const { packId } = await given.product(seller);
    const number = given.gtin();
    await allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' });
    const lot = await given.world.get(MakeLot).run(seller.as, packId, { code: 'B-2', producedOn: '2026-11-01', producedKind: 'harvest' });
    const ask = async (path: string, accept: string) => {
      const { text, headers } = await http('GET', path, { headers: { accept } });
      return { type: String(headers['content-type']), vary: headers.vary, body: JSON.parse(text) };
    };
    const address = `${TEST_ORIGIN}/01/0${number}/10/B-2`;
    const document = await ask(`/trace/gtin/${number}?lot=B-2`, 'application/ld+json');
    expect(document).toMatchObject({
      type: expect.stringContaining('application/ld+json'),
      vary: expect.stringContaining('Accept'),
      body: { '@id': address, gtin: number, 'gs1:hasBatchLotNumber': 'B-2', 'choxa:status': 'ok' },
    });
    expect(JSON.stringify(document.body)).not.toMatch(/street|phone/);
    for (const path of [`/trace/gtin/${number}?lot=B-2&linkType=linkset`, `/trace/gtin/${number}?lot=B-2`]) {
      const { type, body } = await ask(path, path.includes('linkType') ? 'text/html' : 'application/linkset+json');
      expect(type).toContain('application/linkset+json');
      expect(body.linkset).toEqual([
        expect.objectContaining({ anchor: address, 'https://ref.gs1.org/voc/traceability': expect.any(Array) }),
      ]);
    }
    const { lot: internal } = await given.labelled(seller);
    const own = await ask(`/trace/${internal.traceCode}`, 'application/ld+json');
    expect(own.body).toMatchObject({ '@id': `${TEST_ORIGIN}/t/${internal.traceCode}`, 'choxa:internalNumber': expect.any(String) });
    expect(own.body.gtin).toBeUndefined();
    expect(lot.code).toBe('B-2');
  });
});

import { internalNumber } from '@choxa/standards';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { MakeLot } from '../index.js';

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
    expect(answer.body).toMatchObject({ status: 'ok', lot: { expired: true }, note: 'Lô hàng này đã quá hạn sử dụng.' });
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
    const malformed = [
      '/trace/ABC',
      '/trace/8938501000001',
      '/trace/ABCDEFGHJ0',
      '/trace/gtin/123',
      '/trace/gtin/abc',
      `/trace/gtin/${barcode.number}`,
    ];
    for (const path of malformed) expect((await http('GET', path)).body).toMatchObject({ status: 422, code: 'trace.malformed' });
    expect((await http('GET', '/trace/gtin/08934588000010?lot=l%C3%B4')).body.code).toBe('trace.malformed');
    const unknown = ['/trace/8934588000010', '/trace/gtin/08934588000010', `/trace/${internalNumber(9_999_999_999)}`, '/trace/2222222222'];
    for (const path of unknown) expect([path, (await http('GET', path)).body.code]).toEqual([path, 'trace.unknown']);
  });
});

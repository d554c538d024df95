import { anActor } from '@choxa/testing';
import { sql } from '@choxa/platform';
import { AllotBarcode } from '../index.js';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
beforeEach(() => given.world.clock.advance(7_200_000));
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const official = (scopeId: string) => anActor({ role: 'official', scopeKind: scopeId === 'VN' ? 'nation' : 'province', scopeId });
const list = async (as = official('VN')) => (await http('GET', '/suspicions?limit=100', { as })).body.data as Record<string, any>[];
const report = (address: string, caller: string, more: object = {}) =>
  http('POST', '/trace/reports', { body: { address, kind: 'looks_fake', ...more }, headers: { 'x-forwarded-for': caller } });

/** A licensed number on a pack; its Digital Link with a serial. */
async function serialAddress(serial: string): Promise<string> {
  const { packId } = await given.product(seller);
  const number = given.gtin();
  await given.world.get(AllotBarcode).run(seller.as, packId, { kind: 'gtin', number, companyPrefix: '8938501' });
  return `/01/0${number}/21/${serial}`;
}

describe('a label a shopper doubts', () => {
  it('is told without a name, found by the officials of its maker and of the place, and closed by them', async () => {
    const { lot } = await given.labelled(seller);
    const sent = await report(`/t/${lot.traceCode}`, '203.0.113.7', { note: 'Tem mờ', provinceCode: '79' });
    expect(sent.status).toBe(204);
    for (const scope of ['VN', '68', '79'])
      expect((await list(official(scope)))[0]).toMatchObject({
        kind: 'looks_fake',
        address: `/t/${lot.traceCode}`,
        productName: 'Cà phê Arabica Cầu Đất',
        note: 'Tem mờ',
        seenProvinceName: expect.stringContaining('Hồ Chí Minh'),
      });
    expect(await list(official('01'))).toEqual([]);
    const { id } = (await list())[0]!;
    const close = (as = official('68')) => http('POST', `/suspicions/${id}/outcome`, { as, body: { outcome: 'genuine' } });
    expect((await close(official('01'))).status).toBe(404);
    expect((await close()).status).toBe(204);
    expect((await close()).status).toBe(404);
    expect(await list()).toEqual([]);
    const kept = JSON.stringify(await sql(given.world.db.read, 'select * from labelling.suspicion'));
    expect(kept).not.toContain('203.0.113.7');
  });

  it('need not be ours', async () => {
    expect((await report('/01/08934588000010', '203.0.113.8')).status).toBe(204);
    expect((await list())[0]).toMatchObject({ address: '/01/08934588000010', productName: null });
    expect((await report('https://evil.test/', '203.0.113.8')).status).toBe(400);
  });

  it('fifty reports of one caller at once are five; another caller is still heard', async () => {
    const { lot } = await given.labelled(seller);
    const answers = await Promise.all(Array.from({ length: 50 }, () => report(`/t/${lot.traceCode}`, '203.0.113.9')));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body.code).toBe('report.too-many');
    expect(refused.headers['retry-after']).toBe('3600');
    expect((await report(`/t/${lot.traceCode}`, '203.0.113.10')).status).toBe(204);
  });
});

describe('one serial in two places', () => {
  const seen = (address: string, provinceCode: string) => http('POST', '/trace/sightings', { body: { address, provinceCode } });
  const flags = async (address: string) => (await list()).filter((one) => one.kind === 'serial_far' && one.address === address);

  it('far apart within the time of the rule raises one flag; near ones, or slow ones, none', async () => {
    const [far, near, slow] = [await serialAddress('S1'), await serialAddress('S1'), await serialAddress('S1')];
    for (const address of [far, near, slow]) expect((await seen(address, '01')).status).toBe(204);
    given.world.clock.advance(2 * 3_600_000);
    await seen(far, '79');
    await seen(far, '92');
    await seen(near, '33');
    given.world.clock.advance(40 * 3_600_000);
    await seen(slow, '79');
    expect(await flags(far)).toEqual([
      expect.objectContaining({ serial: 'S1', otherProvinceName: expect.stringContaining('Hà Nội'), distanceKm: expect.any(Number) }),
    ]);
    expect(await flags(near)).toEqual([]);
    expect(await flags(slow)).toEqual([]);
  });

  it('another serial of the same pack is another thing; two at once see each other', async () => {
    const address = await serialAddress('A');
    await seen(address, '01');
    await seen(address.replace('/21/A', '/21/B'), '79');
    expect(await flags(address.replace('/21/A', '/21/B'))).toEqual([]);
    const racing = await serialAddress('R');
    await Promise.all([seen(racing, '01'), seen(racing, '79')]);
    expect(await flags(racing)).toHaveLength(1);
  });

  it('without a serial or for an unknown pack there is nothing to note', async () => {
    const address = await serialAddress('A');
    expect((await seen(address.replace('/21/A', ''), '01')).status).toBe(404);
    expect((await seen('/01/08934588000010/21/A', '01')).status).toBe(404);
    expect((await seen(address, '99')).body.code).toBe('place.unknown');
  });
});

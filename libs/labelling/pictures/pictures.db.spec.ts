import sharp from 'sharp';
import { TEST_ORIGIN } from '@choxa/testing';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { readCodes as read } from '../pictures/decoder.factory.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const allot = (packId: string, body: object, as = seller.as) => http('POST', `/packs/${packId}/barcodes`, { as, body });

describe('pictures', () => {
  it('barcode and QR code are read back by zxing to exactly the number and the link', async () => {
    const { packId } = await given.product(seller);
    const number = given.gtin();
    await allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' });
    const { body: lot } = await http('POST', `/packs/${packId}/lots`, {
      as: seller.as,
      body: { producedOn: '2026-11-01', producedKind: 'harvest', code: 'LO/1', expiresOn: '2027-05-01' },
    });
    const picture = async (path: string) => {
      const answer = await http('GET', `/packs/${packId}/${path}`);
      expect(answer.status).toBe(200);
      return path.includes('.svg') ? sharp(answer.bytes, { density: 300 }).png().toBuffer() : answer.bytes;
    };
    for (const ending of ['png', 'svg']) {
      expect(await read(await picture(`barcode.${ending}`))).toEqual([number]);
      expect(await read(await picture(`qr.${ending}`))).toEqual([`${TEST_ORIGIN}/01/0${number}`]);
      expect(await read(await picture(`qr.${ending}?lot=${lot.id}`))).toEqual([`${TEST_ORIGIN}/01/0${number}/10/LO%2F1?17=270501`]);
    }
  });

  it('the QR code of an internal number leads to /t/, never to /01/', async () => {
    const { packId, barcode, lot } = await given.labelled(seller);
    const qr = async (query = '') => (await read((await http('GET', `/packs/${packId}/qr.png${query}`)).bytes))[0];
    expect(await qr()).toBe(`${TEST_ORIGIN}/t/${barcode.number.slice(1)}`);
    expect(await qr(`?lot=${lot.id}`)).toBe(`${TEST_ORIGIN}/t/${lot.traceCode}`);
  });

  it('are kept by browsers under the address that names the number, and asked for again by tag', async () => {
    const { packId, barcode } = await given.labelled(seller);
    const path = `/packs/${packId}/barcode.svg`;
    const plain = await http('GET', path);
    expect(plain.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': expect.stringContaining('max-age=300'),
    });
    expect((await http('GET', `${path}?v=${barcode.number.slice(1)}`)).headers['cache-control']).toContain('immutable');
    expect((await http('GET', `${path}?v=123`)).headers['cache-control']).not.toContain('immutable');
    const again = await http('GET', path, { headers: { 'if-none-match': String(plain.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await http('GET', path)).bytes.equals(plain.bytes)).toBe(true);
  });

  it('a pack without a number has no picture, and a lot of another pack none here', async () => {
    const { packId } = await given.product(seller, { draft: true });
    for (const path of ['barcode.svg', 'barcode.png', 'qr.svg', 'qr.png'])
      expect((await http('GET', `/packs/${packId}/${path}`)).status).toBe(404);
    const [one, other] = [await given.labelled(seller), await given.labelled(seller)];
    expect((await http('GET', `/packs/${one.packId}/qr.svg?lot=${other.lot.id}`)).status).toBe(404);
  });
});

import { drift, sql } from '@choxa/platform';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { labellingLib } from '../index.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const sheet = (packId: string, query = '', as = seller.as) => http('GET', `/packs/${packId}/label.pdf${query}`, { as });
const printings = async (packId: string, as = seller.as) =>
  (await http('GET', `/household/packs/${packId}/label-printings`, { as })).body.data;
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/MediaBox \[0 0 [\d. ]+\]/g);
const later = (seconds: number) => given.world.clock.set(new Date(given.world.clock.now().getTime() + seconds * 1000));

it('has no drift between entities and migrations', async () => {
  expect(await drift(given.world.config.databaseUrl, [labellingLib])).toEqual([]);
});

describe('a sheet of one pack', () => {
  it('is a PDF of the format asked for, and is kept as a printing: how many, which lot, by whom', async () => {
    const { packId, lot } = await given.labelled(seller);
    const answer = await sheet(packId, `?lot=${lot.id}&copies=3`);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
    expect(pagesIn(answer.bytes)).toHaveLength(3);
    later(1);
    expect(pagesIn((await sheet(packId, '?format=a4&copies=48')).bytes)).toHaveLength(2);
    expect(await printings(packId)).toMatchObject([
      { format: 'a4', copies: 48, lotId: lot.id, lotCode: lot.code, printedByName: seller.as.name },
      { format: 'roll-50x30', copies: 3, lotId: lot.id, lotCode: lot.code },
    ]);
  });

  it('asked for again at once is the same printing, with the same bytes; later it is another', async () => {
    const { packId } = await given.labelled(seller);
    const [first, again] = await Promise.all([sheet(packId), sheet(packId)]);
    expect(first.bytes.equals(again.bytes)).toBe(true);
    expect(await printings(packId)).toHaveLength(1);
    later(121);
    await sheet(packId);
    expect(await printings(packId)).toHaveLength(2);
  });

  it('0, 10,001 and half copies, unknown formats and lots of other packs are refused, and nothing is kept', async () => {
    const { packId } = await given.labelled(seller);
    for (const query of ['?copies=0', '?copies=10001', '?copies=1.5', '?copies=x', '?format=a5'])
      expect([query, (await sheet(packId, query)).status]).toEqual([query, 400]);
    expect((await sheet(packId, `?lot=${(await given.labelled(seller)).lot.id}`)).status).toBe(404);
    expect(await printings(packId)).toEqual([]);
  });

  it('needs a number first, and the household', async () => {
    const bare = await given.product(seller);
    expect((await sheet(bare.packId)).body).toMatchObject({ status: 409, code: 'label.no-barcode' });
    const { packId } = await given.labelled(seller);
    expect((await http('GET', `/packs/${packId}/label.pdf`)).status).toBe(401);
    const stranger = await given.seller();
    for (const path of ['label.pdf', 'label.svg', 'label.png'])
      expect([path, (await http('GET', `/packs/${packId}/${path}`, { as: stranger.as })).status]).toEqual([path, 404]);
    expect((await http('GET', `/household/packs/${packId}/label-printings`, { as: stranger.as })).status).toBe(404);
  });

  it('is shown before as a picture, which is no printing', async () => {
    const { packId } = await given.labelled(seller);
    const svg = await http('GET', `/packs/${packId}/label.svg?format=roll-100x50`, { as: seller.as });
    expect([svg.status, svg.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect((await http('GET', `/packs/${packId}/label.png`, { as: seller.as })).headers['content-type']).toBe('image/png');
    expect(await printings(packId)).toEqual([]);
  });
});

describe('a mixed sheet', () => {
  const print = (lines: object[], as = seller.as) => http('POST', '/household/label-printings', { as, body: { format: 'a4', lines } });

  it('carries labels of several packs, and each pack has its part of the printing', async () => {
    const [one, two] = [await given.labelled(seller), await given.labelled(seller)];
    const made = await print([
      { packId: one.packId, copies: 20 },
      { packId: two.packId, lotId: two.lot.id, copies: 5 },
    ]);
    expect([made.status, made.body.labels]).toEqual([201, 25]);
    const file = await http('GET', made.body.pdfUrl.replace('/api/v1', ''), { as: seller.as });
    expect(pagesIn(file.bytes)).toHaveLength(2);
    expect(file.headers['content-disposition']).toContain('nhan-2-loai-');
    expect([(await printings(one.packId))[0].copies, (await printings(two.packId))[0].copies]).toEqual([20, 5]);
    const stranger = await given.seller();
    expect((await http('GET', made.body.pdfUrl.replace('/api/v1', ''), { as: stranger.as })).status).toBe(404);
  });

  it("with another household's pack in it is not found as a whole", async () => {
    const mine = await given.labelled(seller);
    const other = await given.labelled(await given.seller());
    expect((await print([mine, other].map(({ packId }) => ({ packId, copies: 1 })))).status).toBe(404);
    expect(await printings(mine.packId)).toEqual([]);
  });

  it('names the line that has no number, and the count that is too high', async () => {
    const [ready, bare] = [await given.labelled(seller), await given.product(seller)];
    const lines = [ready, bare].map(({ packId }) => ({ packId, copies: 1 }));
    expect((await print(lines)).body).toMatchObject({ code: 'label.no-barcode', errors: [{ pointer: '/lines/1' }] });
    const many = [ready, ready].map(({ packId }) => ({ packId, copies: 6_000 }));
    expect((await print(many)).body).toMatchObject({ status: 422, code: 'label.too-many' });
    expect((await print([])).status).toBe(400);
  });

  it('whose lot has changed since is not printed again from its old file', async () => {
    const { packId } = await given.labelled(seller);
    const made = await print([{ packId, copies: 1 }]);
    await http('POST', `/packs/${packId}/barcodes`, {
      as: seller.as,
      body: { kind: 'gtin', number: given.gtin(), companyPrefix: '8938501' },
    });
    expect((await http('GET', made.body.pdfUrl.replace('/api/v1', ''), { as: seller.as })).body).toMatchObject({
      status: 409,
      code: 'label.changed',
    });
  });
});

it('the database itself keeps printings', async () => {
  const { packId } = await given.labelled(seller);
  await sheet(packId);
  for (const statement of ['update labelling.label_printing set labels = 1', 'delete from labelling.label_printing_line'])
    await expect(sql(given.world.db.read, statement)).rejects.toThrow('refused');
});

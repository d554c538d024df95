import { sql } from '@choxa/platform';
import { cartonNumber } from '@choxa/standards';
import sharp from 'sharp';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { readCodes } from '../pictures/decoder.factory.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const allot = (packId: string, number: string) =>
  http('POST', `/packs/${packId}/barcodes`, { as: seller.as, body: { kind: 'gtin', number, companyPrefix: '8938501' } });
const make = (packId: string, packsInside: number, as = seller.as) =>
  http('POST', `/household/packs/${packId}/cartons`, { as, body: { packsInside } });

async function packWithGtin() {
  const { packId } = await given.product(seller);
  const number = given.gtin();
  await allot(packId, number);
  return { packId, number };
}

it('each content of a pack has a number of its own, and scanners find the pack by it', async () => {
  const { packId, number } = await packWithGtin();
  const [twelve, fortyEight] = [await make(packId, 12), await make(packId, 48)];
  expect(twelve.body).toMatchObject({ number: cartonNumber(number, 1), packsInside: 12, state: 'current' });
  expect(fortyEight.body.number).toBe(cartonNumber(number, 2));
  expect((await make(packId, 12)).body).toMatchObject({ status: 409, code: 'carton.known' });
  expect((await http('GET', `/barcodes/${twelve.body.number}`)).body).toMatchObject({ packId, packsInside: 12, currentDigits: number });
  expect((await http('GET', `/household/packs/${packId}/cartons`, { as: seller.as })).body.data).toHaveLength(2);
});

it('32 rivals for the eight numbers of a pack: eight get one, the others are told', async () => {
  const { packId } = await packWithGtin();
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => make(packId, n + 2)));
  const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.number);
  expect(new Set(made).size).toBe(8);
  expect(answers.filter(({ body }) => body.code === 'carton.full')).toHaveLength(24);
});

it('a pack with an internal number, or none, has no carton number', async () => {
  const bare = await given.product(seller);
  expect((await make(bare.packId, 12)).body.code).toBe('carton.no-gtin');
  const { packId } = await given.labelled(seller);
  expect((await make(packId, 12)).body.code).toBe('carton.no-gtin');
  for (const packsInside of [0, 1, 10_001, 1.5]) expect((await make(packId, packsInside)).status).toBe(400);
});

it('a corrected pack number makes its cartons history, and no number is ever given twice', async () => {
  const { packId } = await packWithGtin();
  const { number } = (await make(packId, 12)).body;
  await allot(packId, given.gtin());
  expect((await http('GET', `/barcodes/${number}`)).body).toMatchObject({ state: 'replaced', packId });
  expect((await make(packId, 12)).body.number).not.toBe(number);
  const other = await given.product(seller);
  expect((await allot(other.packId, number)).body).toMatchObject({ status: 409, code: 'barcode.taken' });
  const { read: tx } = given.world.db;
  await expect(
    sql(
      tx,
      `insert into labelling.barcode (id, pack_id, household_id, kind, number, state, allotted_at, allotted_by)
       select gen_random_uuid(), gen_random_uuid(), household_id, 'gtin', number, 'current', made_at, made_by from labelling.carton where number = $1`,
      [number],
    ),
  ).rejects.toThrow('given already');
});

it('ITF-14 and GS1-128 are read back to the number, the expiry and the lot', async () => {
  const { packId } = await packWithGtin();
  const { body: lot } = await http('POST', `/packs/${packId}/lots`, {
    as: seller.as,
    body: { producedOn: '2026-11-01', producedKind: 'harvest', code: 'LO/1', expiresOn: '2027-05-01' },
  });
  const { number, id, itf14Url, gs1128Url } = (await make(packId, 12)).body;
  const read = async (url: string) => {
    const { bytes } = await http('GET', url.replace('/api/v1', ''), { as: seller.as });
    return readCodes(url.includes('.svg') ? await sharp(bytes, { density: 300 }).png().toBuffer() : bytes);
  };
  expect(await read(itf14Url)).toEqual([number]);
  expect(await read(gs1128Url)).toEqual([`(01)${number}`]);
  expect(await read(`/household/packs/${packId}/cartons/${id}/gs1-128.png?lot=${lot.id}`)).toEqual([`(01)${number}(17)270501(10)LO/1`]);
  expect(await read(`/household/packs/${packId}/cartons/${id}/itf14.png`)).toEqual([number]);
  const stranger = await given.seller();
  expect((await http('GET', itf14Url.replace('/api/v1', ''), { as: stranger.as })).status).toBe(404);
});

import { gtinFromPrefix, isInternalNumber } from '@choxa/standards';
import { anActor } from '@choxa/testing';
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
const allot = (packId: string, body: object, as = seller.as) => http('POST', `/packs/${packId}/barcodes`, { as, body });

it('has no drift between entities and migrations', async () => {
  expect(await drift(given.world.config.databaseUrl, [labellingLib])).toEqual([]);
});

describe('barcode numbers', () => {
  it('an internal number is allotted once, however often it is asked for', async () => {
    const { packId } = await given.product(seller);
    const first = await allot(packId, { kind: 'internal' });
    expect(first.status).toBe(201);
    expect(isInternalNumber(first.body.digits)).toBe(true);
    expect(first.body).toEqual({
      kind: 'internal',
      number: `0${first.body.digits}`,
      digits: expect.stringMatching(/^04\d{11}$/),
      svgUrl: `/api/v1/packs/${packId}/barcode.svg?v=${first.body.digits}`,
      pngUrl: `/api/v1/packs/${packId}/barcode.png?v=${first.body.digits}`,
    });
    expect((await allot(packId, { kind: 'internal' })).body).toEqual(first.body);
  });

  it('50 packs at once get 50 numbers', async () => {
    const packs: string[] = [];
    for (let n = 0; n < 50; n += 1) packs.push((await given.product(seller, { draft: true })).packId);
    const numbers = await Promise.all(packs.map(async (packId) => (await allot(packId, { kind: 'internal' })).body.number));
    expect(new Set(numbers).size).toBe(50);
  });

  it('32 rivals in one prefix get numbers in order, none twice, and none that was entered by hand', async () => {
    const owner = await given.seller();
    const prefix = '8938507';
    const byHand = gtinFromPrefix(prefix, 5);
    const packs: string[] = [];
    for (let n = 0; n < 32 * 3; n += 1) packs.push((await given.product(owner, { draft: true })).packId);
    await allot(packs[0]!, { kind: 'gtin', number: byHand, companyPrefix: prefix }, owner.as);
    const waiting = packs.slice(1);
    const numbers: string[] = [];
    const rival = async () => {
      for (let packId = waiting.shift(); packId; packId = waiting.shift())
        numbers.push((await allot(packId, { kind: 'gtin', next: true }, owner.as)).body.digits);
    };
    await Promise.all(Array.from({ length: 32 }, rival));
    const expected = Array.from({ length: packs.length }, (_, n) => gtinFromPrefix(prefix, n)).filter((number) => number !== byHand);
    expect(numbers.toSorted()).toEqual(expected);
    const again = await allot(packs[1]!, { kind: 'gtin', next: true }, owner.as);
    expect(numbers).toContain(again.body.digits);
  });

  it('the next number needs a prefix on file, and a full prefix says so', async () => {
    const owner = await given.seller();
    const { packId } = await given.product(owner, { draft: true });
    expect((await allot(packId, { kind: 'gtin', next: true }, owner.as)).body.code).toBe('barcode.no-prefix');
    expect((await allot(packId, { kind: 'gtin', next: true, companyPrefix: '893850900001' }, owner.as)).body.digits).toBe(
      gtinFromPrefix('893850900001', 0),
    );
    const other = await given.product(owner, { draft: true });
    expect((await allot(other.packId, { kind: 'gtin', next: true }, owner.as)).body).toMatchObject({
      status: 409,
      code: 'barcode.prefix-full',
    });
    const { body } = await http('GET', `/household/packs/${packId}/barcodes`, { as: owner.as });
    expect(body).toMatchObject({ data: [{ kind: 'gtin', state: 'current' }], companyPrefixes: ['893850900001'] });
  });

  it('one pack asked 50 times at once has one number and no history', async () => {
    const { packId } = await given.product(seller, { draft: true });
    const answers = await Promise.all(Array.from({ length: 50 }, () => allot(packId, { kind: 'internal' })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.number}`)).size).toBe(1);
    expect(await sql(given.world.db.read, 'select 1 from labelling.barcode where pack_id = $1', [packId])).toHaveLength(1);
  });

  it('one number wanted by 20 packs at once goes to one of them', async () => {
    const number = given.gtin();
    const packs: string[] = [];
    for (let n = 0; n < 20; n += 1) packs.push((await given.product(seller, { draft: true })).packId);
    const answers = await Promise.all(packs.map((packId) => allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('barcode.taken');
  });

  it('a number needs a company prefix on file, or one declared with it, and must lie inside', async () => {
    const newcomer = await given.seller();
    const { packId } = await given.product(newcomer);
    const gtin = (more: object) => allot(packId, { kind: 'gtin', ...more }, newcomer.as);
    expect((await gtin({ number: given.gtin() })).body).toMatchObject({ status: 422, code: 'barcode.no-prefix' });
    expect((await gtin({ number: given.gtin(), companyPrefix: '8938502' })).body).toMatchObject({
      status: 422,
      code: 'barcode.outside-prefix',
    });
    expect((await gtin({ number: given.gtin(), companyPrefix: '8938501' })).status).toBe(201);
    expect((await gtin({ number: given.gtin() })).status).toBe(201);
    expect((await gtin({ number: '8934588000010' })).body).toMatchObject({ status: 422, code: 'barcode.outside-prefix' });
  });

  it.each([
    ['8938501000011', 'barcode.check-digit'],
    ['89385010000', 'barcode.length'],
    ['0400000000015', 'barcode.restricted'],
    ['2001234567893', 'barcode.restricted'],
    ['893850100001X', 'barcode.characters'],
  ])('%s is refused: %s', async (number, code) => {
    const { packId } = await given.product(seller, { draft: true });
    const answer = await allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' });
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer: '/number', code }] });
  });

  it('gtin without a number, unknown kinds and unknown fields are refused', async () => {
    const { packId } = await given.product(seller, { draft: true });
    for (const body of [{ kind: 'gtin' }, { kind: 'other' }, {}, { kind: 'internal', state: 'current' }])
      expect((await allot(packId, body)).status).toBe(400);
  });

  it('a corrected number stays known, and no pack gets it again, not even its own', async () => {
    const { packId, slug } = await given.product(seller);
    const other = await given.product(seller);
    const [wrong, right] = [given.gtin(), given.gtin()];
    await allot(packId, { kind: 'gtin', number: wrong, companyPrefix: '8938501' });
    expect((await allot(packId, { kind: 'gtin', number: right })).body.digits).toBe(right);
    for (const pack of [packId, other.packId]) expect((await allot(pack, { kind: 'gtin', number: wrong })).body.code).toBe('barcode.taken');
    const trace = await http('GET', `/trace/gtin/0${wrong}`);
    expect(trace.body).toMatchObject({ status: 'corrected', product: { slug }, barcode: { kind: 'gtin', digits: right } });
    expect(trace.body.note).toContain('thay bằng mã khác');
    expect((await http('GET', `/trace/gtin/0${right}`)).body).toMatchObject({ status: 'ok', note: null });
  });

  it('is found in every length a scanner hands over, and says when it was corrected', async () => {
    const { packId, slug } = await given.product(seller);
    const { digits } = (await allot(packId, { kind: 'internal' })).body;
    for (const form of [digits, digits.slice(1), `0${digits}`])
      expect((await http('GET', `/barcodes/${form}`)).body).toMatchObject({
        kind: 'internal',
        packId,
        productSlug: slug,
        state: 'current',
      });
    const number = given.gtin();
    await allot(packId, { kind: 'gtin', number, companyPrefix: '8938501' });
    expect((await http('GET', `/barcodes/${digits}`)).body).toMatchObject({ state: 'replaced', currentDigits: number });
    expect((await http('GET', `/barcodes/${given.gtin()}`)).status).toBe(404);
    expect((await http('GET', '/barcodes/8938501000011')).body).toMatchObject({ status: 422, code: 'barcode.check-digit' });
    const draft = await given.product(seller, { draft: true });
    const hidden = (await allot(draft.packId, { kind: 'internal' })).body.digits;
    expect((await http('GET', `/barcodes/${hidden}`)).status).toBe(404);
  });

  it("another household's pack and a missing one are alike: not found", async () => {
    const { packId } = await given.product(seller);
    const stranger = await given.seller();
    const missing = '3f1de1a4-0000-4000-8000-000000000000';
    for (const id of [packId, missing]) {
      expect((await allot(id, { kind: 'internal' }, stranger.as)).body).toMatchObject({ status: 404, code: 'not-found' });
      expect((await http('GET', `/household/packs/${id}/lots`, { as: stranger.as })).status).toBe(404);
      expect((await http('GET', `/packs/${id}/label.pdf`, { as: stranger.as })).status).toBe(404);
      const lot = { producedOn: '2026-11-01', producedKind: 'harvest' };
      expect((await http('POST', `/packs/${id}/lots`, { as: stranger.as, body: lot })).status).toBe(404);
    }
    expect((await allot(packId, { kind: 'internal' }, anActor())).status).toBe(403);
  });

  it('a service carries no barcode', async () => {
    const { packId } = await given.product(seller, { setCode: '26', name: 'Một ngày ở vườn', draft: true });
    expect((await allot(packId, { kind: 'internal' })).body.code).toBe('barcode.service');
  });

  it('the database itself keeps numbers: none is deleted, none is given twice, none of 04… is a gtin', async () => {
    const { barcode } = await given.labelled(seller);
    const { read: tx } = given.world.db;
    await expect(sql(tx, 'delete from labelling.barcode where id = $1', [barcode.id])).rejects.toThrow('refused');
    const copy = (number: string, kind: string) =>
      sql(
        tx,
        `insert into labelling.barcode (id, pack_id, household_id, kind, number, state, allotted_at, allotted_by)
         select gen_random_uuid(), gen_random_uuid(), household_id, $2, $3, 'current', allotted_at, allotted_by from labelling.barcode where id = $1`,
        [barcode.id, kind, number],
      );
    await expect(copy(barcode.number, 'internal')).rejects.toThrow('barcode_number');
    await expect(copy('00400000099994', 'gtin')).rejects.toThrow('barcode_internal_range');
    await expect(copy('8938501', 'gtin')).rejects.toThrow('barcode_digits');
  });
});

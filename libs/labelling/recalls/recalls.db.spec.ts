import { anActor } from '@choxa/testing';
import { sql } from '@choxa/platform';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { Labels, MakeLot } from '../index.js';

let given: LabellingGiven;
let seller: GivenSeller;
const NOTE = 'Có mùi mốc, xin ngừng dùng và liên hệ hộ sản xuất.';

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const recall = (lotId: string, { as = seller.as, scope = 'lot' } = {}) =>
  http('POST', `/lots/${lotId}/recall`, { as, body: { scope, reason: 'spoiled', note: NOTE } });
const end = (lotId: string, as = seller.as) => http('POST', `/lots/${lotId}/recall/end`, { as, body: { note: 'Kiểm tra lại: hàng tốt.' } });
const onSale = async (packId: string) =>
  (await sql<{ published: boolean }>(given.world.db.read, 'select published from catalogue.listing where pack_id = $1', [packId]))[0]!
    .published;
const soldFrom = async (packId: string) =>
  (await given.world.get(Labels).judge(given.world.db.read, [packId], given.world.clock.now())).get(packId)!.own.lotId;

describe('recall of a lot', () => {
  it('with another lot at hand the pack goes on from that one; with none its sale stops until a new lot is made', async () => {
    const { packId, lot } = await given.labelled(seller);
    const older = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-10-20', producedKind: 'harvest' });
    expect(await soldFrom(packId)).toBe(lot.id);
    expect((await recall(lot.id)).body).toMatchObject({ scope: 'lot', reason: 'spoiled', recalledAs: 'household', endedAt: null });
    expect([await soldFrom(packId), await onSale(packId)]).toEqual([older.id, true]);
    await recall(older.id);
    expect([await soldFrom(packId), await onSale(packId)]).toEqual([null, false]);
    const fresh = await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-10', producedKind: 'harvest' });
    expect([await soldFrom(packId), await onSale(packId)]).toEqual([fresh.id, true]);
  });

  it('of a pack whose lots cannot be told apart stops its sale whatever lots there are, until it ends', async () => {
    const { packId, lot } = await given.labelled(seller);
    await given.world.get(MakeLot).run(seller.as, packId, { producedOn: '2026-11-05', producedKind: 'harvest' });
    await recall(lot.id, { scope: 'pack' });
    expect(await onSale(packId)).toBe(false);
    expect((await recall(lot.id)).body).toMatchObject({ status: 409, code: 'lot.recalled' });
    expect((await end(lot.id)).body).toMatchObject({ endNote: 'Kiểm tra lại: hàng tốt.', endedAt: expect.any(String) });
    expect(await onSale(packId)).toBe(true);
    expect((await end(lot.id)).status).toBe(404);
    const trail = await sql(
      given.world.db.read,
      `select action from platform.trail_entry where subject_id = $1 and action like 'lot.recall%' order by id`,
      [lot.id],
    );
    expect(trail).toEqual([{ action: 'lot.recalled' }, { action: 'lot.recall-ended' }]);
  });

  it('by an official of the area is ended by an official only; others do not find the lot', async () => {
    const { lot } = await given.labelled(seller);
    const official = (scopeId: string) => anActor({ role: 'official', scopeKind: 'province', scopeId });
    expect((await recall(lot.id, { as: official('01') })).status).toBe(404);
    expect((await recall(lot.id, { as: (await given.seller()).as })).status).toBe(404);
    expect((await recall(lot.id, { as: official('68') })).body).toMatchObject({ recalledAs: 'official' });
    expect((await end(lot.id)).body).toMatchObject({ status: 403, code: 'recall.official' });
    const list = async (scopeId: string) => (await http('GET', '/recalls', { as: official(scopeId) })).body.data;
    expect(await list('68')).toContainEqual(expect.objectContaining({ lotId: lot.id, productName: 'Cà phê Arabica Cầu Đất' }));
    expect(await list('01')).toEqual([]);
    expect((await end(lot.id, official('68'))).status).toBe(200);
  });

  it('says what is wrong in a whole sentence', async () => {
    const { lot } = await given.labelled(seller);
    const body = { scope: 'lot', reason: 'spoiled', note: 'hỏng' };
    expect((await http('POST', `/lots/${lot.id}/recall`, { as: seller.as, body })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/note' }],
    });
  });
});

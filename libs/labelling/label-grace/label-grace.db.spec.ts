import { PauseProduct } from '@choxa/catalogue';
import { sql } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { PauseUnlabelledPacks } from './pause-unlabelled-packs.js';

const DAY_MS = 86_400_000;
let given: LabellingGiven;
let seller: GivenSeller;
let begin: Date;
let phone = '+84500000700';

beforeAll(async () => {
  given = await LabellingGiven.world();
  begin = given.world.clock.now();
});
beforeEach(async () => {
  given.world.clock.set(begin);
  seller = await given.seller();
  phone = `+${Number(phone.slice(1)) + 1}`;
  await sql(given.world.db.read, 'update households.household set phone = $2 where id = $1', [seller.id, phone]);
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
/** Later, hour by hour as the job would run, once a day. */
async function daysPass(from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day += 1) {
    given.world.clock.set(new Date(begin.getTime() + day * DAY_MS));
    await given.world.get(PauseUnlabelledPacks).run();
  }
}
const onSale = async (packId: string) =>
  (await sql<{ published: boolean }>(given.world.db.read, 'select published from catalogue.listing where pack_id = $1', [packId]))[0]!
    .published;
const told = async () =>
  (
    await sql<{ template: string }>(given.world.db.read, 'select template from platform.message where recipient = $1 order by sent_at', [
      phone,
    ])
  ).map(({ template }) => template);
const gaps = async (productId: string) => (await http('GET', `/household/products/${productId}/label`, { as: seller.as })).body;

async function complete(packId: string): Promise<void> {
  await http('POST', `/packs/${packId}/barcodes`, { as: seller.as, body: { kind: 'internal' } });
  const lot = await http('POST', `/packs/${packId}/lots`, { as: seller.as, body: { producedOn: '2026-11-01', producedKind: 'harvest' } });
  await http('POST', `/lots/${lot.body.id}/trace-events`, { as: seller.as, body: { step: 'harvesting' } });
}

it('an unlabelled pack is sold for 30 days with three reminders, then paused with notice, and sold again by itself once complete', async () => {
  const { id, packId, slug } = await given.product(seller);
  await daysPass(0, 30);
  expect([await onSale(packId), await told()]).toEqual([true, Array.from({ length: 3 }, () => 'labelling.sale-reminder')]);
  expect(await gaps(id)).toMatchObject({ sellUntil: '2026-12-16', paused: false });
  await daysPass(31, 32);
  expect([await onSale(packId), (await told()).at(-1)]).toEqual([false, 'labelling.sale-paused']);
  expect(await gaps(id)).toMatchObject({ sellUntil: null, paused: true });
  expect((await http('GET', `/products/${slug}`)).body).toMatchObject({ state: 'paused', packs: [{ inStock: false }] });
  await complete(packId);
  expect([await onSale(packId), (await told()).at(-1)]).toEqual([true, 'labelling.sale-resumed']);
  expect((await http('GET', `/products/${slug}`)).body.state).toBe('published');
  const trail = await sql(
    given.world.db.read,
    `select action from platform.trail_entry where subject_id = $1 and actor_kind = 'system' order by id`,
    [packId],
  );
  expect(trail).toEqual([{ action: 'pack.sale-paused' }, { action: 'pack.sale-resumed' }]);
});

it('a complete pack is left alone, and a label that lapses has a week', async () => {
  const { packId } = await given.product(seller, { shelfLifeDays: 40 });
  await complete(packId);
  await daysPass(0, 25);
  expect(await told()).toEqual([]);
  // The lot of 1 November is past its 40 days.
  await daysPass(26, 30);
  await sql(given.world.db.read, 'update catalogue.listing set labelled = false where pack_id = $1', [packId]);
  await daysPass(31, 38);
  expect(await onSale(packId)).toBe(true);
  await daysPass(39, 39);
  expect(await onSale(packId)).toBe(false);
});

it("the household's own pause stays apart: completing the label does not put its product on sale", async () => {
  const { id, packId } = await given.product(seller);
  await daysPass(0, 0);
  await given.world.get(PauseProduct).run(seller.as, id);
  await complete(packId);
  await daysPass(1, 40);
  expect(await onSale(packId)).toBe(false);
  expect((await gaps(id)).paused).toBe(false);
});

it('the policy is a dated row: switched on nothing unlabelled is sold, switched off everything is', async () => {
  const { packId } = await given.product(seller);
  await daysPass(0, 0);
  const mode = (to: string) => sql(given.world.db.read, 'update labelling.label_policy set mode = $1', [to]);
  await mode('on');
  await daysPass(1, 1);
  expect(await onSale(packId)).toBe(false);
  const another = await given.product(seller);
  expect(await onSale(another.packId)).toBe(false);
  await mode('off');
  await daysPass(1, 1);
  expect([await onSale(packId), await onSale(another.packId)]).toEqual([true, true]);
  await mode('grace');
});

it('two processes at once send one notice', async () => {
  await given.product(seller);
  await daysPass(0, 30);
  given.world.clock.set(new Date(begin.getTime() + 31 * DAY_MS));
  await Promise.all([1, 2, 3].map(() => given.world.get(PauseUnlabelledPacks).run()));
  expect((await told()).filter((template) => template === 'labelling.sale-paused')).toHaveLength(1);
});

it('officials see how many, of their own provinces', async () => {
  await given.product(seller);
  await daysPass(0, 0);
  const counts = async (scopeKind: 'nation' | 'province', scopeId: string) =>
    (await http('GET', '/audit/label-grace', { as: anActor({ role: 'official', scopeKind, scopeId }) })).body;
  const ofNation = await counts('nation', 'VN');
  expect(ofNation.policy).toMatchObject({ mode: 'grace', graceDays: 30 });
  expect(ofNation.provinces).toEqual([{ provinceCode: '68', inGrace: expect.any(Number), paused: expect.any(Number) }]);
  expect((await counts('province', '92')).provinces).toEqual([]);
  expect((await http('GET', '/audit/label-grace', { as: seller.as })).status).toBe(403);
});

import { AfterSaleWorld } from './after-sale.factory.js';
import { AfterSaleData } from './after-sale-data.js';

let after: AfterSaleWorld;
beforeAll(async () => {
  after = await AfterSaleWorld.open();
}, 90_000);
afterAll(() => after.close());

it('tells a buyer what they wrote, holds the deletion back while it is open, and forgets words and pictures', async () => {
  const order = await after.delivered([1]);
  const { id } = (await after.picture(order)).body;
  const lines = [{ lineId: order.lineIds[0], quantity: 1 }];
  await after.buyer(order, 'POST', 'returns', { sellerOrderId: order.id, lines, reason: 'damaged', note: 'Vỡ hết', pictureIds: [id] });
  await after.buyer(order, 'POST', 'complaints', { sellerOrderId: order.id, topic: 'quality', text: 'Chê lắm' });
  const { world } = after.shop;
  const data = world.get(AfterSaleData);
  const [buyer] = await after.rows<{ phone: string }>('select phone from orders."order" where number = $1', [order.number]);
  const person = { accountId: '00000000-0000-4000-8000-000000000000', phone: buyer!.phone };
  const told = JSON.stringify(await data.read(world.db.read, person));
  for (const words of ['Vỡ hết', 'Chê lắm']) expect(told).toContain(words);
  expect((await data.obstacles(world.db.read, person)).map(({ kind }) => kind)).toEqual(['open-complaint', 'open-return']);
  await world.db.transaction((tx) => data.erase(tx, person));
  const left = JSON.stringify(await data.read(world.db.read, person));
  for (const words of ['Vỡ hết', 'Chê lắm']) expect(left).not.toContain(words);
  expect(left).toContain('damaged');
  expect((await after.buyer(order, 'GET', `return-pictures/${id}`)).status).toBe(404);
});

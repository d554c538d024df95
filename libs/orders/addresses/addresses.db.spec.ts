import { ImportPlaces } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { OrdersWorld } from '../orders.factory.js';

const HOME = { label: 'Nhà', recipientName: 'Lê Thị Mơ', phone: '0500 000 777', communeCode: '26740', street: 'Số 1 ngõ 2' };

describe('saved addresses', () => {
  let orders: OrdersWorld;
  let mo: Actor;
  beforeAll(async () => {
    orders = await OrdersWorld.open();
  }, 90_000);
  afterAll(() => orders.world.close());
  beforeEach(async () => {
    mo = await orders.account();
  });

  const http = (method: string, path: string, as: Actor, body?: object) =>
    orders.world.http(method, `/account/addresses${path}`, { as, ...(body ? { body } : {}) });
  const labels = async (as = mo) =>
    (await http('GET', '', as)).body.data.map((one: { label: string; isDefault: boolean }) => one.label + (one.isDefault ? '*' : ''));

  it('are several, the first is offered first until another is chosen, and the oldest follows one that is deleted', async () => {
    const home = (await http('POST', '', mo, HOME)).body;
    expect(home).toMatchObject({ phone: '0500 000 777', communeName: expect.any(String), provinceCode: '79', outdated: false });
    const work = (await http('POST', '', mo, { ...HOME, label: 'Cơ quan', street: 'Tòa 9', digitalAddress: '70000 ab12.cd3' })).body;
    expect([work.digitalAddress, work.isDefault]).toEqual(['70000AB12CD3', false]);
    expect(await labels()).toEqual(['Nhà*', 'Cơ quan']);
    await http('PUT', `/${work.id}`, mo, { ...HOME, label: 'Xưởng', isDefault: true });
    expect(await labels()).toEqual(['Xưởng*', 'Nhà']);
    expect((await http('DELETE', `/${work.id}`, mo)).status).toBe(204);
    expect(await labels()).toEqual(['Nhà*']);
  });

  it('are kept once when sent twice, also by rivals', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => http('POST', '', mo, HOME)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await labels()).toEqual(['Nhà*']);
  });

  it('are somebody’s own: another account neither sees, changes nor deletes them', async () => {
    const { id } = (await http('POST', '', mo, HOME)).body;
    const other = await orders.account();
    expect(await labels(other)).toEqual([]);
    expect((await http('PUT', `/${id}`, other, HOME)).status).toBe(404);
    expect((await http('DELETE', `/${id}`, other)).status).toBe(404);
    expect(await labels()).toEqual(['Nhà*']);
  });

  it('say which field is wrong, and stop at twenty', async () => {
    for (const [wrong, status, pointer] of [
      [{ phone: '02438220000' }, 422, '/phone'],
      [{ communeCode: '99999' }, 422, '/communeCode'],
      [{ digitalAddress: '12345' }, 422, '/digitalAddress'],
      [{ label: '' }, 400, '/label'],
      [{ accountId: mo.accountId }, 400, '/accountId'],
    ] as const) {
      const answer = await http('POST', '', mo, { ...HOME, ...wrong });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
    }
    for (let n = 1; n <= 20; n += 1) await http('POST', '', mo, { ...HOME, street: `Số ${n}` });
    expect((await http('POST', '', mo, { ...HOME, street: 'Số 21' })).body.code).toBe('address.too-many');
  });

  it('in a commune that a later list has merged are shown as outdated, with what it has become', async () => {
    const { id, communeName, provinceName } = (await http('POST', '', mo, { ...HOME, communeCode: '30337' })).body;
    const file = `level,code,name,province_code,valid_from,basis,replaced_by\ncommune,30337,${communeName},91,2026-11-16,thử,30307\n`;
    await orders.world.get(ImportPlaces).run(Buffer.from(file), 'sap-nhap.csv');
    const [address] = (await http('GET', '', mo)).body.data;
    expect(address).toMatchObject({ id, outdated: true, provinceCode: null, communeName, provinceName });
    expect(address.candidates).toContainEqual(expect.objectContaining({ code: '30307' }));
    const today = (await http('PUT', `/${id}`, mo, { ...HOME, communeCode: '30307' })).body;
    expect([today.outdated, today.candidates]).toEqual([false, []]);
  });
});

import { randomUUID } from 'node:crypto';
import { sql, type Actor } from '@choxa/platform';
import { SeedPost, type DemoOffice } from '@choxa/postal';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

const HOUR_MS = 3_600_000;
const HANOI = '01';

// Issue 5: two parcels from a household at a commune's counter over two hubs; one delivered at the second try and its cash paid out, one refused and returned.
describe('two parcels of a household', () => {
  let market: Market;
  let seller: Actor;
  let offices: DemoOffice[];
  let parcels: { delivered: Parcel; refused: Parcel };

  beforeAll(async () => {
    market = await Market.open();
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
    offices = (await market.world.get(SeedPost).run()).filter(({ operatorCode }) => operatorCode === parcelOperator);
    const packId = await market.pack({ stock: 10, priceVnd: 150_000 });
    parcels = { delivered: await aParcel(packId), refused: await aParcel(packId) };
  }, 120_000);
  afterAll(() => market.close());

  const parcelOperator = 'buu-chinh-truong-son';
  const rows = <T>(text: string, params: unknown[]) => sql<T>(market.world.db.read, text, params);
  const ask = async (method: string, path: string, as: Actor, body?: object) => {
    const answer = await market.world.http(method, path, { as, body, headers: { 'idempotency-key': randomUUID() } });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  const staff = new Map<string, Actor>();
  const at = (role: 'clerk' | 'courier', officeId: string): Actor => {
    const known = staff.get(role + officeId) ?? anActor({ role, scopeKind: 'office', scopeId: officeId });
    staff.set(role + officeId, known);
    return known;
  };
  const numbers = () => [parcels.delivered.number, parcels.refused.number];
  const stateOf = async (number: string) => (await market.world.http('GET', `/parcels/${number}`)).body.status as string;
  const sellerOrder = (id: string) => ask('GET', `/household/seller-orders/${id}`, seller);

  interface Parcel {
    sellerOrderId: string;
    number: string;
    codVnd: number;
    origin: string;
    target: string;
  }

  async function aParcel(packId: string): Promise<Parcel> {
    const communeCode = offices.find(({ provinceCode, kind }) => provinceCode === HANOI && kind === 'counter')!.communeCode;
    const { body } = await market.order(await market.cart({ packId, quantity: 1 }), { communeCode });
    const [{ id }] = body.sellerOrders;
    await ask('POST', `/seller-orders/${id}/packing`, seller);
    await market.world.drain();
    const [parcel] = await rows<Parcel>(
      `select sender_reference as "sellerOrderId", number, cod_vnd as "codVnd", origin_office_id as origin, delivery_office_id as target
         from postal.parcel where sender_reference = $1`,
      [id],
    );
    return parcel!;
  }

  /** Scans of an office, a minute after what was before. */
  async function scan(as: Actor, office: string, number: string, code: string, more: object = {}): Promise<void> {
    market.world.clock.advance(60_000);
    const eventTime = market.world.clock.now().toISOString();
    const scans = [{ id: randomUUID(), parcel: number, code, eventTime, device: 'may-1', office, ...more }];
    const { results } = await ask('POST', '/post/scans', as, { scans });
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
  }

  /** In bags from office to office, each filled for the wrong one first; the offices passed. */
  async function travel(carried: readonly string[], from: string, to: string): Promise<string[]> {
    const passed: string[] = [];
    for (let here = from; here !== to; here = passed.at(-1)!) {
      const astray = offices.find(({ id, kind, provinceCode }) => kind === 'counter' && provinceCode === '96' && id !== here)!.id;
      const [{ code, rightOfficeName }] = (await filled(here, astray, carried)).results;
      expect(code).toBe('bag.wrong-route');
      const next = offices.find(({ name }) => name === rightOfficeName)!.id;
      const { id, results } = await filled(here, next, carried);
      expect(results.map(({ outcome }) => outcome)).toEqual(carried.map(() => 'put'));
      for (const step of ['closing', 'dispatch']) await ask('POST', `/post/bags/${id}/${step}`, at('clerk', here), {});
      market.world.clock.advance(10 * HOUR_MS);
      await ask('POST', `/post/bags/${id}/arrival`, at('clerk', next), {});
      const unpacked = await ask('POST', `/post/bags/${id}/opening`, at('clerk', next), { found: carried });
      expect(unpacked).toMatchObject({ shortCount: 0, overCount: 0 });
      passed.push(next);
    }
    return passed;
  }

  async function filled(from: string, to: string, carried: readonly string[]) {
    market.world.clock.advance(60_000);
    const id = randomUUID();
    await ask('POST', '/post/bags', at('clerk', from), { id, fromOffice: from, toOffice: to });
    const answer = await ask('POST', `/post/bags/${id}/parcels`, at('clerk', from), { parcels: carried.map((parcel) => ({ parcel })) });
    return { id, results: answer.results as { outcome: string; code: string | null; rightOfficeName: string | null }[] };
  }

  it('are handed over at the counter and go in bags over two hubs to the delivery office', async () => {
    const { origin, target } = parcels.delivered;
    for (const number of numbers()) await ask('POST', `/parcels/${number}/acceptance`, at('clerk', origin), { weightGrams: 700 });
    const passed = await travel(numbers(), origin, target);
    const kinds = passed.map((id) => offices.find((office) => office.id === id)!.kind);
    expect(kinds).toEqual(['hub', 'hub', 'counter']);
    for (const number of numbers()) expect(await stateOf(number)).toBe('at_delivery_office');
  });

  it('are taken out: one recipient is not there, the other refuses', async () => {
    const { delivered, refused } = parcels;
    const courier = at('courier', delivered.target);
    for (const number of numbers()) await scan(courier, delivered.target, number, 'EDG');
    await scan(courier, delivered.target, delivered.number, 'EMH', { reason: 'absent', nextAction: 'retry' });
    await scan(courier, delivered.target, refused.number, 'EMH', { reason: 'refused', nextAction: 'return_to_sender' });
    for (const number of numbers()) expect(await stateOf(number)).toBe('attempt_failed');
  });

  it('one is delivered at the address the next day, against its code and the cash', async () => {
    const { number, target, codVnd, sellerOrderId } = parcels.delivered;
    market.world.clock.advance(24 * HOUR_MS);
    const courier = at('courier', target);
    await scan(courier, target, number, 'EDG');
    const [message] = await rows<{ body: string }>('select body from platform.message where template = $1 and body like $2', [
      'postal.parcel-registered',
      `%${number}%`,
    ]);
    const recipientCode = /\b\d{6}\b/.exec(message!.body)![0];
    await ask('POST', `/parcels/${number}/delivery`, courier, { recipientCode, deliveryPlace: 'address', codCollectedVnd: codVnd });
    await market.world.drain();
    expect(await sellerOrder(sellerOrderId)).toMatchObject({ state: 'delivered' });
  });

  it('its cash is counted by two, brought to the bank, and paid out to the household less the postage', async () => {
    const { number, origin, target, codVnd, sellerOrderId } = parcels.delivered;
    const counted = { countedVnd: codVnd };
    const { id } = await ask('POST', '/post/cash-counts', at('courier', target), { office: target, kind: 'shift', ...counted });
    await ask('POST', `/post/cash-counts/${id}/confirmation`, at('clerk', target), counted);
    await ask('POST', '/post/cash-deposits', at('clerk', target), { office: target, amountVnd: codVnd, reference: 'NH-1' });
    const paid = await ask('POST', '/post/cod-remittances', at('clerk', origin), { reference: 'TRA-1', parcels: [number] });
    await market.world.drain();
    expect(paid.paidVnd).toBeGreaterThan(0);
    expect(paid.paidVnd).toBeLessThan(codVnd);
    const { data } = await ask('GET', '/household/money?period=2026-11', seller);
    expect(data.find((line: { sellerOrderId: string }) => line.sellerOrderId === sellerOrderId)).toMatchObject({ settlement: 'paid' });
    const balances = await rows<{ account: string; vnd: number }>(
      'select account, sum(amount_vnd)::bigint as vnd from postal.cod_entry group by account having sum(amount_vnd) <> 0 order by account',
      [],
    );
    // What the refused one would have brought is still owed; of the other the post has earned the postage.
    const owed = parcels.refused.codVnd;
    const postage = codVnd - paid.paidVnd;
    expect(balances).toEqual([
      { account: 'bank', vnd: postage },
      { account: 'postage', vnd: -postage },
      { account: 'recipient', vnd: owed },
      { account: 'sender', vnd: -owed },
    ]);
  });

  it('the other goes back the same way, and nothing is owed for it', async () => {
    const { number, origin, target, sellerOrderId } = parcels.refused;
    await scan(at('clerk', target), target, number, 'RTS');
    const passed = await travel([number], target, origin);
    expect(passed).toHaveLength(3);
    await scan(at('clerk', origin), origin, number, 'RTD');
    await market.world.drain();
    expect(await stateOf(number)).toBe('returned');
    expect(await sellerOrder(sellerOrderId)).toMatchObject({ state: 'returned' });
    const owed = await rows('select account from postal.cod_entry where parcel_number = $1 group by account having sum(amount_vnd) <> 0', [
      number,
    ]);
    expect(owed).toEqual([]);
  });
});

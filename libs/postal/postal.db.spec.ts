import { drift, Events, FactSources } from '@choxa/platform';
import { Places, placesLib } from '@choxa/places';
import {
  breachesOf,
  OfficeChanged,
  PickupRequested,
  PostageQuotes,
  PostingWithdrawn,
  PostOffices,
  PublicServiceServed,
  QuarterReported,
} from '@choxa/postal-contract';
import { localDay } from '@choxa/standards';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FACTS, FactsHeard } from './facts-heard.factory.js';
import { aKey, GivenPost, CAN_THO, HANOI } from './given-post.factory.js';
import { OpenOffice, PostalModule, postalLib, SeedPost } from './index.js';
import { PostalDatabase } from './postal-database.js';

let world: World;
let given: GivenPost;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

describe('what is told', () => {
  it('keeps to the contract', async () => {
    const { number, code } = await given.announced();
    await given.accept(number, { checkedCodes: ['8938500000010'] });
    await given.deliver(number, code);
    await aDeliveryIsTakenBack(number);
    await aDeliveryIsDisputed();
    await aClaimIsAccepted(number);
    await aPickupIsAccepted();
    await aParcelIsPacked();
    await aPublicServiceIsCounted();
    await aQuarterIsReported();
    const back = await given.accepted();
    await given.record([given.aScan(back.number, 'RTS'), given.aScan(back.number, 'RTD')]);
    await world.db.transaction((tx) =>
      world.get(Events).publish(tx, PostingWithdrawn, {
        senderReference: back.request.senderReference,
        reason: 'hết hàng',
        withdrawnAt: world.clock.now().toISOString(),
      }),
    );
    await world.drain();
    expect(new Set(facts.heard.map(({ name }) => name))).toEqual(new Set(FACTS.map((fact) => fact.name)));
    for (const fact of FACTS)
      for (const data of facts.of(fact)) expect([fact.name, breachesOf(fact as never, data)]).toEqual([fact.name, []]);
  });

  it.each([OfficeChanged, PublicServiceServed, QuarterReported])('is told again as it was told: $name', async (kind) => {
    const again: object[] = [];
    await world.db.transaction(async (tx) => {
      for (const source of world.get(FactSources).of(kind.name)) await source.tell(tx, async (told) => void again.push(...told));
    });
    const heard = facts.of(kind);
    expect(heard.length).toBeGreaterThan(0);
    expect(again).toHaveLength(heard.length);
    expect(again).toEqual(expect.arrayContaining(heard));
  });
});

async function aDeliveryIsTakenBack(number: string): Promise<void> {
  const [scan] = await given.rows<{ id: string }>(`select id from postal.scan where parcel_number = $1 and code = 'EMI'`, [number]);
  const [one, other] = [given.clerkOf(given.target), given.clerkOf(given.target)];
  const { body } = await world.http('POST', `/post/scans/${scan!.id}/correction`, { as: one, body: { reason: 'Quét nhầm' } });
  await world.http('POST', `/post/corrections/${body.id}/confirmation`, { as: other });
}

async function aDeliveryIsDisputed(): Promise<void> {
  const { number, code } = await given.outForDelivery();
  await given.deliver(number, code);
  await world.http('POST', `/parcels/${number}/dispute`, { body: { code: await given.codeOf(number), words: 'Tôi chưa nhận' } });
  const as = given.managerOf(given.target);
  const [review] = (await world.http('GET', '/post/delivery-reviews', { as })).body.data as { id: string }[];
  await world.http('POST', `/post/delivery-reviews/${review!.id}/decision`, { as, body: { verdict: 'dismissed', note: 'Có chữ ký' } });
}

async function aClaimIsAccepted(number: string): Promise<void> {
  const [clerk, manager] = [given.clerkOf(given.origin), given.managerOf(given.origin)];
  await world.http('POST', `/post/parcels/${number}/claims`, { as: clerk, body: { kind: 'lost', words: 'Mất hàng' } });
  const [claim] = (await world.http('GET', '/post/claims', { as: clerk })).body.data as { id: string }[];
  await world.http('POST', `/post/claims/${claim!.id}/examination`, { as: clerk, body: { finding: 'Không thấy trong kho' } });
  await world.http('POST', `/post/claims/${claim!.id}/acceptance`, { as: manager, body: {} });
}

async function aParcelIsPacked(): Promise<void> {
  const { number, request } = await given.announced();
  const as = given.clerkOf(given.origin);
  const post = (path: string, body: object) => world.http('POST', `/post/warehouse/${path}`, { as, body, headers: aKey() });
  const units = request.contents.flatMap(({ code14, quantity }) => Array<string>(quantity).fill(code14!));
  const lines = units.map((code) => ({ code, lotCode: 'L1', description: 'Hàng', units: 1, place: 'A1' }));
  await post('receipts', { office: given.origin.id, ownerName: request.sender.name, ownerPhone: request.sender.phone, lines });
  await post(`picks/${number}`, {});
  await post(`picks/${number}/packing`, { codes: units });
}

async function aPublicServiceIsCounted(): Promise<void> {
  const body = { office: given.origin.id, kind: 'file_received', day: localDay(world.clock.now()), count: 2 };
  await world.http('POST', '/post/counter-services', { as: given.clerkOf(given.origin), body, headers: aKey() });
}

async function aQuarterIsReported(): Promise<void> {
  const body = { operator: given.origin.operatorId, quarter: '2026-Q3' };
  await world.http('POST', '/post/quarter-reports', { as: given.managerOf(given.origin), body, headers: aKey() });
}

async function aPickupIsAccepted(): Promise<void> {
  const { request } = await given.announced();
  const { sender, senderReference, requestedAt } = request;
  const pickup = {
    pickupReference: 'lay-1',
    sender,
    day: '2026-11-17',
    half: 'morning' as const,
    note: null,
    parcels: [{ senderReference }],
    requestedAt,
  };
  await world.db.transaction((tx) => world.get(Events).publish(tx, PickupRequested, pickup));
  await world.drain();
  const as = given.clerkOf(given.origin);
  const [asked] = (await world.http('GET', '/post/pickups', { as })).body.data as { id: string }[];
  await world.http('POST', `/post/pickups/${asked!.id}/acceptance`, { as });
}

describe('what is written', () => {
  it('scans and bookings can be neither changed nor deleted, not even by the owner', async () => {
    const { number } = await given.accepted();
    for (const table of ['scan', 'cod_entry']) {
      const change = `update postal.${table} set parcel_number = parcel_number where parcel_number = $1`;
      await expect(world.get(PostalDatabase).read.query(change, [number])).rejects.toThrow(/permission denied/);
      await expect(world.db.read.query(change, [number])).rejects.toThrow(/append-only/);
      await expect(world.db.read.query(`delete from postal.${table} where parcel_number = $1`, [number])).rejects.toThrow(/append-only/);
    }
  });

  it('a journal that does not sum to zero is refused at commit', async () => {
    const { number } = await given.announced();
    const half = world.db.transaction((tx) =>
      tx.query(
        `insert into postal.cod_entry (id, journal_id, parcel_number, step, account, amount_vnd, booked_at)
         values (gen_random_uuid(), gen_random_uuid(), $1, 'due', 'recipient', 5, now())`,
        [number],
      ),
    );
    await expect(half).rejects.toThrow(/does not sum to zero/);
  });

  it('tables are what the entities say', async () => {
    expect(await drift(world.config.databaseUrl, [postalLib])).toEqual([]);
  });
});

describe('a quote', () => {
  const ask = (change: object = {}) =>
    world
      .get(PostageQuotes)
      .quote({ fromCommuneCode: given.origin.communeCode, toProvinceCode: CAN_THO, weightGrams: 480, codVnd: 0, ...change });

  it('names price, the fee for collecting cash in it, days and the operator that will carry', async () => {
    const quoted = { status: 'quoted', postageVnd: 28_000, codFeeVnd: 0, days: 3, operatorCode: 'buu-chinh-song-hong' };
    expect(await ask()).toEqual(quoted);
    expect(await ask({ codVnd: 1, weightGrams: 501 })).toMatchObject({ postageVnd: 28_000 + 11_000 + 8_000, codFeeVnd: 8_000 });
    expect(await ask({ toProvinceCode: HANOI })).toMatchObject({ postageVnd: 16_000, days: 1 });
  });

  it('charges a bulky parcel by the room it takes, at the rate of the tariff', async () => {
    expect(await ask({ volumeCm3: 2_880 })).toMatchObject({ postageVnd: 28_000 });
    expect(await ask({ volumeCm3: 3_001 })).toMatchObject({ postageVnd: 28_000 + 11_000 });
    expect(await ask({ volumeCm3: null })).toMatchObject({ postageVnd: 28_000 });
    expect(await ask({ volumeCm3: 180_001 })).toEqual({ status: 'unavailable' });
  });

  it('is unavailable for a parcel nobody carries and a place nobody knows', async () => {
    for (const change of [{ weightGrams: 30_001 }, { toProvinceCode: '99' }, { fromCommuneCode: '99999' }])
      expect(await ask(change)).toEqual({ status: 'unavailable' });
  });
});

describe('counters', () => {
  it('are those of the operator in the province, the ones of the commune first; a hub is none', async () => {
    const { communeCode } = given.target;
    await world.get(OpenOffice).run({
      operatorCode: 'buu-chinh-song-hong',
      code: 'SH-92-A',
      name: 'Bưu điện văn hóa xã',
      kind: 'commune_cultural',
      communeCode: world
        .get(Places)
        .communes(CAN_THO)
        .find(({ code }) => code !== communeCode)!.code,
    });
    const counters = await world.get(PostOffices).counters({ operatorCode: 'buu-chinh-song-hong', provinceCode: CAN_THO, communeCode });
    expect(counters.map(({ code }) => code)).toEqual([given.target.code, 'SH-92-A']);
  });
});

describe('the invented operators of the demo', () => {
  it('have offices in all provinces, and setting them up again changes nothing', async () => {
    expect(new Set(given.offices.map((one) => one.provinceCode)).size).toBe(34);
    expect(await world.get(SeedPost).run()).toEqual(given.offices);
  });
});

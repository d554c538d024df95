import { setTimeout as sleep } from 'node:timers/promises';
import { Accounts, identityLib, IdentityModule } from '@choxa/identity';
import { placesLib } from '@choxa/places';
import type { Grant } from '@choxa/platform';
import { PostalModule, postalLib, SeedPost } from '@choxa/postal';
import { anActor, testWorld, type World } from '@choxa/testing';
import { TinySender } from './tiny-sender.js';

// Issue 5, 16: the post serves whoever speaks its public API; here it stands as apps/postal does, with no shop in the process.

let world: World;
let sender: TinySender;

beforeAll(async () => {
  // The sender checks how old a message is, and the post works by itself: both need the time that is.
  const config = { allowPrivateCalls: true, workers: true };
  world = await testWorld({
    libs: [placesLib, identityLib, postalLib],
    imports: [IdentityModule, PostalModule],
    now: new Date(),
    config,
  });
});
afterAll(async () => {
  await sender.close();
  await world.close();
});

/** A key of a firm that posts through an operator. */
async function keyOf(grant: Grant): Promise<string> {
  const accounts = world.get(Accounts);
  const { id } = await world.db.transaction(async (tx) => {
    const account = await accounts.ensure(tx, { phone: '+84500000777', name: 'Nhà sách Mẫu' });
    await accounts.grant(tx, 'system', account.id, { ...grant, label: 'Bưu chính mẫu' });
    return account;
  });
  const as = Object.assign(anActor(grant), { accountId: id });
  const body = { name: 'Phần mềm kho', grants: [grant], policies: ['postal.parcel.send', 'postal.webhook.manage'], days: 30 };
  const { status, body: made } = await world.http('POST', '/me/api-keys', { as, body });
  expect(status).toBe(201);
  return made.key;
}

it('a sender that is no shop posts a parcel with a key, and is told by signed messages what becomes of it', async () => {
  const offices = await world.get(SeedPost).run();
  const office = offices.find(({ code }) => code === 'SH-01-01')!;
  sender = await TinySender.open(world.url, await keyOf({ role: 'sender', scopeKind: 'operator', scopeId: office.operatorId }));
  await sender.listen(['parcel.ema']);
  world.clock.advance(1_000);
  const party = { name: 'Nhà sách Mẫu', phone: '0500000777', street: 'Số 1, phố Mẫu', communeCode: office.communeCode };
  const { number, reference, state } = await sender.post({
    reference: 'sach-1',
    sender: party,
    recipient: party,
    weightGrams: 300,
    codVnd: 0,
    contents: [{ description: 'Sách', quantity: 1 }],
  });
  expect([reference, state]).toEqual(['sach-1', 'announced']);
  // 100 × 150 mm in points.
  expect(await sender.label(number)).toMatch(/^%PDF[^]*\/MediaBox \[0 0 283\.46\d* 425\.19\d*\]/);
  const clerk = anActor({ role: 'clerk', scopeKind: 'office', scopeId: office.id });
  const headers = { 'idempotency-key': 'nhan-1' };
  const accepted = await world.http('POST', `/parcels/${number}/acceptance`, { as: clerk, headers, body: { weightGrams: 310 } });
  expect(accepted.status).toBe(200);
  for (let looks = 0; !sender.told.length && looks < 300; looks += 1) await sleep(100);
  expect(sender.told).toMatchObject([{ type: 'parcel.ema', data: { number, reference: 'sach-1' } }]);
  expect(sender.refused).toBe(0);
  expect((await sender.see(number)).state).toBe('accepted');
}, 60_000);

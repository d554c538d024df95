import { randomUUID } from 'node:crypto';
import { sql, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { once, picture, upload, type Ground } from './ground.js';
import { claimOf, doubtedDelivery, payoutOf, plannedRun, repaymentOf } from './post-rows.js';

/** Who works at the office where a parcel begins. */
export interface Post {
  officeId: string;
  operatorId: string;
  clerk: Actor;
  courier: Actor;
  manager: Actor;
}

/** What comes about at the counter and on the way of a parcel. `goods`: the number of a pack that the office keeps. */
export async function counterThings(
  ground: Ground,
  { officeId: office, clerk, courier }: Post,
  parcel: string,
  goods: string,
): Promise<Record<string, string>> {
  const { world, ask, marker } = ground;
  const service = { office, kind: 'file_received', day: localDay(world.clock.now()), count: 1 };
  const served = await ask('POST', '/post/counter-services', clerk, service, once());
  const count = await ask('POST', '/post/cash-counts', courier, { office, kind: 'shift', countedVnd: 0 }, once());
  const lines = [{ code: goods, lotCode: marker, description: `Hàng ${marker}`, units: 3, place: 'A1' }];
  const receipt = { office, ownerName: `Chủ ${marker}`, ownerPhone: '0500000778', lines };
  const stored = await ask('POST', '/post/warehouse/receipts', clerk, receipt, once());
  const device = await ask('POST', '/post/devices', courier, { name: `Máy ${marker}`, officeId: office, pin: '2580' });
  const proof = await upload(world, `/parcels/${parcel}/proof-pictures?kind=photo`, courier, await picture());
  return {
    'counter-services/{id}': served.id,
    'cash-counts/{id}': count.id,
    'goods/{id}': stored.data[0].id,
    'devices/{id}': device.id,
    'proof-pictures/{id}': proof.id,
    'picks/{number}': parcel,
    'bags/{id}': await bagOf(ground, clerk, office),
    ...(await wrongScans(ground, clerk, office, parcel)),
    'shortage-repayments/{id}': await repaymentOf(world, office, courier.accountId, `${marker} clerk`),
    'runs/{id}': await plannedRun(world, parcel),
    'delivery-reviews/{id}': await doubtedDelivery(world, parcel),
    'claims/{id}': await claimOf(world, parcel),
  };
}

/** A parcel that its sender announces by API, and the webhook by which it hears. */
export async function senderThings({ world, ask, marker, communeCode }: Ground, sender: Actor): Promise<Record<string, string>> {
  const party = { name: `Khách ${marker}`, phone: '0500000777', street: `Ngõ ${marker}`, communeCode };
  const webhook = await ask('POST', '/post/webhooks', sender, { url: `https://hooks.example.com/${marker}`, kinds: ['parcel.ema'] });
  await ask('POST', `/post/webhooks/${webhook.id}/test`, sender);
  const [delivery] = await sql<{ id: string }>(world.db.read, 'select id from postal.webhook_delivery where webhook_id = $1', [webhook.id]);
  const contents = [{ description: `Sách ${marker}`, quantity: 1 }];
  const announced = { reference: marker, sender: party, recipient: party, weightGrams: 300, codVnd: 0, contents };
  const sent = await ask('POST', '/post/parcels', sender, announced, once());
  return { 'sent-parcels/{number}': sent.number, 'webhooks/{id}': webhook.id, 'webhook-deliveries/{id}': delivery!.id };
}

/** What the operator's manager keeps: offices, transports, numbers, prices, payments. */
export async function operatorThings(
  { world, ask, marker, communeCode }: Ground,
  { manager, operatorId }: Post,
  parcel: string,
  prefix: string,
): Promise<Record<string, string>> {
  const legs = await ask('GET', '/post/network/legs', manager);
  const payout = await payoutOf(world, operatorId, parcel, `${marker} manager`);
  // A delivery office: no counter, so that shoppers never see its name.
  const offices = `code,name,kind,commune_code\nDAU-1,Bưu cục ${marker},delivery,${communeCode}`;
  await upload(world, '/post/office-register/sheets?write=true', manager, Buffer.from(offices));
  await ask('POST', '/post/number-ranges', manager, { kind: 'own', prefix, first: 1, last: 9 });
  const price = { zone: 'nation', upToGrams: 99_000, priceVnd: 1, codFeeVnd: 0, codRateBp: 0, cm3PerKg: 6000 };
  await ask('POST', '/post/tariffs', manager, { ...price, validFrom: '2027-01-01', basis: `QĐ ${marker}` });
  return {
    'legs/{id}': legs.data[0].id,
    'offices/{code}': legs.data[0].fromOffice.code,
    'payout-batches/{id}': payout.batch,
    'payout-lines/{id}': payout.line,
  };
}

/** A bag from an office to another one of its operator; its id. */
async function bagOf({ world, ask }: Ground, clerk: Actor, fromOffice: string): Promise<string> {
  const [other] = await sql<{ id: string }>(
    world.db.read,
    `select other.id from postal.office own join postal.office other on other.operator_id = own.operator_id and other.id <> own.id
      where own.id = $1 limit 1`,
    [fromOffice],
  );
  return (await ask('POST', '/post/bags', clerk, { id: randomUUID(), fromOffice, toOffice: other!.id })).id;
}

/** A scan of another parcel of the office, and one of which somebody says that it was wrong. */
async function wrongScans({ world, ask }: Ground, clerk: Actor, office: string, except: string): Promise<Record<string, string>> {
  const [parcel] = await sql<{ number: string }>(
    world.db.read,
    `select number from postal.parcel where origin_office_id = $1 and number <> $2 and state = 'announced' order by number limit 1`,
    [office, except],
  );
  const eventTime = world.clock.now().toISOString();
  const scans = ['EDD', 'LST'].map((code) => ({ id: randomUUID(), parcel: parcel!.number, code, eventTime, device: 'x', office }));
  await ask('POST', '/post/scans', clerk, { scans }, once());
  const correction = await ask('POST', `/post/scans/${scans[1]!.id}/correction`, clerk, { reason: 'Tìm thấy rồi' });
  return { 'scans/{id}': scans[0]!.id, 'corrections/{id}': correction.id };
}

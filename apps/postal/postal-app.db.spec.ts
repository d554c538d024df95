import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { Accounts, DemoCredentials } from '@choxa/identity';
import { Config, createServer, Database, Events, EventWorkers, sql } from '@choxa/platform';
import { SeedPost, type DemoOffice } from '@choxa/postal';
import { PostingRequested } from '@choxa/postal-contract';
import { createTestDatabase, dropTestDatabase } from '@choxa/testing';
import { LIBS, PostalAppModule } from './postal-app.js';

// Two of the demo's staff, who have a password and a second factor that the demo tells.
const CLERK = '+84500000003';
const COURIER = '+84500000004';

let app: INestApplication;
let config: Config;
let url: string;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'choxa-post-'));
  config = Object.assign(new Config(), {
    databaseUrl: await createTestDatabase(LIBS),
    dataDir,
    storageDir: join(dataDir, 'files'),
    publicUrl: 'http://post.test',
    demo: true,
    workers: false,
    poolSize: 5,
  });
  app = await createServer(PostalAppModule.forRoot(config));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await dropTestDatabase(config.databaseUrl);
  rmSync(config.dataDir, { recursive: true, force: true });
});

async function http(method: string, path: string, body?: object, cookie = '') {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID(), cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as any, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** The last code sent to a phone, from the demo inbox. */
async function codeFor(phone: string, word: string): Promise<string> {
  const { body } = await http('GET', `/demo/messages?to=${encodeURIComponent(phone)}`);
  const message = body.data.find(({ text }: { text: string }) => text.includes(word));
  return /\b\d{6}\b/.exec(message.text)![0];
}

async function signIn(phone: string): Promise<string> {
  const demo = (await http('GET', '/demo')).body;
  const half = (await http('POST', '/staff-sign-ins', { phone, password: demo.staffPassword })).body;
  const { status, cookie } = await http('POST', '/staff-sign-ins/completion', { token: half.token, code: demo.staffCode });
  expect(status).toBe(201);
  return cookie;
}

async function employ(phone: string, role: 'clerk' | 'courier' | 'postal_manager', ...offices: DemoOffice[]): Promise<string> {
  await app.get(Database).transaction(async (tx) => {
    const { id } = await app.get(Accounts).ensure(tx, { phone, name: 'Nhân viên' });
    for (const office of offices) {
      const where =
        role === 'postal_manager'
          ? ({ scopeKind: 'operator', scopeId: office.operatorId } as const)
          : ({ scopeKind: 'office', scopeId: office.id } as const);
      await app.get(Accounts).grant(tx, 'system', id, { role, ...where, label: office.name });
    }
  });
  await app.get(DemoCredentials).run();
  return signIn(phone);
}

describe('the post by itself', () => {
  it('stands on its own tables only', async () => {
    const schemas = await sql<{ name: string }>(
      app.get(Database).read,
      `select distinct table_schema as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(schemas.map((schema) => schema.name)).toEqual(['identity', 'pgboss', 'places', 'platform', 'postal']);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await http('GET', '/products')).status).toBe(404);
  });

  it('carries a parcel in a bag from announcement to the recipient, pays its cash out, and tells a webhook', async () => {
    const offices = await app.get(SeedPost).run();
    const at = (province: string) => offices.find((one) => one.operatorCode === 'buu-chinh-song-hong' && one.provinceCode === province)!;
    const [origin, target] = [at('01'), at('92')];
    await app.get(Database).transaction((tx) =>
      app.get(Events).publish(tx, PostingRequested, {
        operatorCode: null,
        sender: { name: 'Nguyễn Thị Mơ', phone: '+84912345678', street: 'Ấp Bình An', communeCode: origin.communeCode },
        senderReference: 'so-1',
        recipient: { name: 'Trần Văn Bình', phone: '+84987654321', street: '12 ngõ Sen', communeCode: target.communeCode },
        weightGrams: 480,
        codVnd: 95_000,
        contents: [{ code14: '08938500000010', description: 'Cà phê', quantity: 1 }],
        requestedAt: new Date().toISOString(),
      }),
    );
    await app.get(EventWorkers).drain();

    const manager = await employ(CLERK, 'postal_manager', origin);
    const webhook = { url: 'https://phan-mem.invalid/buu-gui', kinds: ['parcel.emi', 'cod.remitted'] };
    const { id: webhookId } = (await http('POST', '/post/webhooks', webhook, manager)).body;

    const clerk = await employ(CLERK, 'clerk', origin, target);
    const announced = (await http('GET', '/post/parcels?state=announced', undefined, clerk)).body.data;
    expect(announced).toHaveLength(1);
    const { number } = announced[0];
    const accepted = await http('POST', `/parcels/${number}/acceptance`, { weightGrams: 500, checkedCodes: ['8938500000010'] }, clerk);
    expect(accepted.body).toMatchObject({ state: 'accepted', contents: [{ checked: 'matches' }] });

    const bag = { id: randomUUID(), fromOffice: origin.code, toOffice: target.code };
    expect((await http('POST', '/post/bags', bag, clerk)).status).toBe(201);
    const filled = await http('POST', `/post/bags/${bag.id}/parcels`, { parcels: [{ parcel: number }] }, clerk);
    expect(filled.body.results).toMatchObject([{ outcome: 'put' }]);
    for (const step of ['closing', 'dispatch', 'arrival']) await http('POST', `/post/bags/${bag.id}/${step}`, {}, clerk);
    const opened = await http('POST', `/post/bags/${bag.id}/opening`, { found: [number] }, clerk);
    expect(opened.body).toMatchObject({ state: 'opened', shortCount: 0, overCount: 0 });

    const courier = await employ(COURIER, 'courier', target);
    const scan = (code: string) => ({
      id: randomUUID(),
      parcel: number,
      code,
      eventTime: new Date().toISOString(),
      device: 'may-1',
      office: target.code,
    });
    const scanned = await http('POST', '/post/scans', { scans: [scan('EDG')] }, courier);
    expect(scanned.body.results.map((result: { outcome: string }) => result.outcome)).toEqual(['accepted']);
    expect((await http('GET', `/parcels/${number}`)).body).toMatchObject({ status: 'out_for_delivery', step: 4 });

    const recipientCode = await codeFor('+84987654321', number);
    const delivered = await http(
      'POST',
      `/parcels/${number}/delivery`,
      { recipientCode, deliveryPlace: 'address', codCollectedVnd: 95_000 },
      courier,
    );
    expect(delivered.body).toMatchObject({ state: 'delivered', deliveryPlace: 'address' });
    expect((await http('GET', `/parcels/${number}`)).body).toMatchObject({ status: 'delivered', step: 5, nextStep: null });

    const remitted = await http('POST', '/post/cod-remittances', { reference: 'COD-1', parcels: [number] }, clerk);
    expect(remitted.body).toMatchObject({ reference: 'COD-1', parcels: [{ number, collectedVnd: 95_000 }] });
    await app.get(EventWorkers).drain();
    const { body: log } = await http('GET', `/post/webhooks/${webhookId}/deliveries`, undefined, manager);
    expect(log.data).toMatchObject([{ kind: 'cod.remitted', state: 'waiting' }]);
  });

  it('signs out a phone that is reported lost, and nobody else', async () => {
    const office = (await app.get(SeedPost).run()).find((one) => one.operatorCode === 'buu-chinh-song-hong' && one.provinceCode === '92')!;
    const [lost, clerk] = [await employ(COURIER, 'courier', office), await employ(CLERK, 'clerk', office)];
    const { id } = (await http('POST', '/post/devices', { name: 'Máy phát 1', officeId: office.id, pin: '2580' }, lost)).body;
    const other = await signIn(COURIER);
    await fetch(`${url}/api/v1/post/devices/${id}/revocation`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: clerk },
    });
    await app.get(EventWorkers).drain();
    const seen = [];
    for (const cookie of [lost, other, clerk]) seen.push((await http('GET', '/me', undefined, cookie)).status);
    expect(seen).toEqual([401, 200, 200]);
  });
});

import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { Accounts, Consents, IdentityModule, identityLib } from '../index.js';

describe('consents', () => {
  let world: World;
  let people = 0;
  beforeAll(async () => {
    world = await testWorld({ libs: [identityLib], imports: [IdentityModule] });
  });
  afterAll(() => world.close());

  async function aPerson() {
    const phone = `+8450002${String((people += 1)).padStart(4, '0')}`;
    const account = await world.db.transaction((tx) => world.get(Accounts).ensure(tx, { phone, name: 'Người thử' }));
    return Object.assign(anActor(), { accountId: account.id, phone });
  }
  const read = async (as: Awaited<ReturnType<typeof aPerson>>) => (await world.http('GET', '/me/consents', { as })).body;
  const say = (as: Awaited<ReturnType<typeof aPerson>>, purpose: string, given: boolean, textVersion = '2026-01') =>
    world.http('PUT', `/me/consents/${purpose}`, { as, body: { given, textVersion } });

  it('are all absent until somebody says yes', async () => {
    const { purposes, terms, history } = await read(await aPerson());
    expect(purposes.map((one: { given: boolean }) => one.given)).toEqual([false, false, false, false]);
    expect([terms, history]).toEqual([null, []]);
  });

  it('are given and withdrawn by the same request, each time with who, when, which version and how', async () => {
    const person = await aPerson();
    const given = await say(person, 'marketing', true);
    expect(given.body.purposes[0]).toEqual({ purpose: 'marketing', given: true, since: world.clock.now().toISOString() });
    world.clock.advance(60_000);
    const withdrawn = await say(person, 'marketing', false);
    expect(withdrawn.body.purposes[0]).toMatchObject({ given: false, since: world.clock.now().toISOString() });
    expect(withdrawn.body.history).toEqual([
      { purpose: 'marketing', given: false, textVersion: '2026-01', how: 'account-page', at: world.clock.now().toISOString() },
      { purpose: 'marketing', given: true, textVersion: '2026-01', how: 'account-page', at: expect.any(String) },
    ]);
    const agreed = await world.get(Consents).givenBy(world.db.read, [person.accountId], 'marketing');
    expect(agreed.size).toBe(0);
  });

  it('counts ten taps at once as one answer, and a no where there never was a yes as none', async () => {
    const person = await aPerson();
    await say(person, 'trace-phone', false);
    await Promise.all(Array.from({ length: 10 }, () => say(person, 'trace-phone', true)));
    expect((await read(person)).history).toHaveLength(1);
    expect(await world.get(Consents).givenBy(world.db.read, [person.accountId], 'trace-phone')).toEqual(new Set([person.accountId]));
  });

  it('refuses a yes to a text that is not the one in force, takes a no under any, and knows no other purposes', async () => {
    const person = await aPerson();
    expect((await say(person, 'marketing', true, '2025-01')).body.code).toBe('consent.text-changed');
    expect((await say(person, 'marketing', false, '2025-01')).status).toBe(200);
    for (const purpose of ['terms', 'order', "x'"]) expect((await say(person, encodeURIComponent(purpose), true)).status).toBe(404);
    expect((await world.http('PUT', '/me/consents/marketing', { as: person, body: { given: true } })).status).toBe(400);
    expect((await world.http('PUT', '/me/consents/marketing', { body: { given: true, textVersion: '2026-01' } })).status).toBe(401);
  });

  it('keeps its history from being changed', async () => {
    const person = await aPerson();
    await say(person, 'marketing', true);
    await expect(sql(world.db.read, 'update identity.consent set given = false')).rejects.toThrow('append-only');
    await expect(sql(world.db.read, 'delete from identity.consent')).rejects.toThrow('append-only');
  });

  it('records at the sign-in which terms were accepted, once per version', async () => {
    const phone = '0912777001';
    for (let i = 0; i < 2; i += 1) {
      world.clock.advance(1000);
      await world.http('POST', '/one-time-codes', { body: { phone } });
      const [message] = await sql<{ body: string }>(
        world.db.read,
        `select body from platform.message where recipient = '+84912777001' order by sent_at desc limit 1`,
      );
      await world.http('POST', '/sessions', { body: { phone, code: /\d{6}/.exec(message!.body)![0] } });
    }
    const rows = await sql(world.db.read, `select text_version, how from identity.consent where purpose = 'terms'`);
    expect(rows).toEqual([{ text_version: '2026-01', how: 'sign-in' }]);
  });

  it('shows the texts in the language of the reader, the former versions too, and no others', async () => {
    const vi = await world.http('GET', '/legal-texts/privacy');
    const en = await world.http('GET', '/legal-texts/privacy?version=2026-01', { headers: { 'accept-language': 'en' } });
    expect([vi.body.sections[0].heading, en.body.sections[0].heading]).toEqual(['Chúng tôi giữ gì, để làm gì', 'What we keep, and why']);
    expect(vi.body.versions).toEqual([{ version: '2026-01', validFrom: '2026-01-01', inForce: true }]);
    for (const path of ['cookies', 'terms?version=1999-01', 'terms?version='])
      expect((await world.http('GET', `/legal-texts/${path}`)).status).toBe(path.endsWith('=') ? 200 : 404);
  });
});

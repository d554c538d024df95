import { randomInt } from 'node:crypto';
import { ApproveHousehold, RegisterHousehold } from '@choxa/households';
import { Accounts, ExecuteDeletions } from '@choxa/identity';
import { Actor, Database, Events, sql } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import { BUYER_COMMUNE, Market } from '../world/market.js';

// Issue 3, personal data: what is left of a person after a deletion. The mutant e2e/mutants/street-kept.patch must make it fail.
const NAME = 'Đoàn Thị Kỳ Lạ';
const PHONE = '+84500777123';
const STREET = 'Ngách 77 Đường Rất Riêng';
/** As they may lie in a row: whole, folded, as a slug. */
const MARKS = ['kỳ lạ', 'ky la', 'ky-la', '500777123', '500 777 123', 'rất riêng', 'rat rieng'];
const SCHEMAS = ['identity', 'households', 'catalogue', 'orders'];

describe('a person whose data were deleted', () => {
  let market: Market;
  let person: Actor;
  const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

  beforeAll(async () => {
    market = await Market.open();
    const account = await market.world
      .get(Database)
      .transaction((tx) => market.world.get(Accounts).ensure(tx, { phone: PHONE, name: NAME }));
    person = Object.assign(anActor(), { accountId: account.id, name: NAME, phone: PHONE });
    const { id } = await market.world
      .get(RegisterHousehold)
      .run(person, { name: `Hộ ${NAME}`, communeCode: BUYER_COMMUNE, street: STREET, producerName: NAME });
    await market.world.get(ApproveHousehold).run(nation, id);
    await market.world.drain();
    await rows(
      `insert into households.payout_account (id, household_id, bank_bin, bank_name, account_number, holder_name, asked_at, asked_by, effective_at)
       values (gen_random_uuid(), $1, '970436', 'Ngân hàng mẫu', '0500777123', $2, now(), $3, now() + interval '1 day')`,
      [id, NAME, person.accountId],
    );
    const home = {
      label: `Nhà ${NAME}`,
      recipientName: NAME,
      phone: PHONE.replace('+84', '0'),
      communeCode: BUYER_COMMUNE,
      street: STREET,
    };
    await market.world.http('POST', '/account/addresses', { as: person, body: home });
    await rows(
      `insert into households.refusal (id, household_id, reason, refused_at, refused_by, answer, answered_at, answered_by)
       values (gen_random_uuid(), $1, $2, now(), $3, $2, now(), $3)`,
      [id, `Nhà ở ${STREET}`, person.accountId],
    );
  }, 120_000);
  afterAll(() => market.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(market.world.db.read, text, params);

  /** Tables of the schemas in which any column of any row still carries a mark of the person. */
  async function tablesThatRemember(): Promise<string[]> {
    const tables = await rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema = any($1) and table_type = 'BASE TABLE' order by 1`,
      [SCHEMAS],
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await rows<{ n: number }>(
        `select count(*)::int as n from ${name} as one where exists (select from unnest($1::text[]) as mark where position(mark in lower(one::text)) > 0)`,
        [MARKS],
      );
      if (row!.n) found.push(name);
    }
    return found;
  }

  async function orderedByPerson(packId: string): Promise<{ id: string; number: string; key: string }> {
    const cookie = await market.cart({ packId, quantity: 1 });
    const buying = { recipientName: NAME, phone: PHONE.replace('+84', '0'), street: STREET, note: `Gọi ${NAME}` };
    const answer = await market.order(cookie, buying);
    expect(answer.status).toBe(201);
    const { number, accessKey: key, sellerOrders } = answer.body;
    return { id: sellerOrders[0].id, number, key };
  }

  async function deliver(senderReference: string): Promise<void> {
    const at = market.world.clock.now().toISOString();
    const tell = market.world.get(Events);
    const number = `EE${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
    await market.world.db.transaction((tx) =>
      tell.publish(tx, ParcelAccepted, { number, senderReference, acceptedAt: at, weightGrams: 500, checks: [] }),
    );
    await market.world.drain();
    const delivered = { number, senderReference, deliveredAt: at, deliveryPlace: 'address' as const, codCollectedVnd: 0 };
    await market.world.db.transaction((tx) => tell.publish(tx, ParcelDelivered, delivered));
    await market.world.drain();
  }

  /** A review as the guest who holds the order's key, and a question as the account. */
  async function review({ number, key }: { number: string; key: string }): Promise<void> {
    const { body } = await market.world.http('GET', `/orders/${number}/reviews?key=${key}`);
    const [{ lineId, slug }] = body.data;
    const praise = { stars: 5, text: 'Thơm' };
    expect((await market.world.http('PUT', `/orders/${number}/lines/${lineId}/review?key=${key}`, { body: praise })).status).toBe(200);
    const asked = await market.world.http('POST', `/products/${slug}/questions`, { as: person, body: { text: `Tôi là ${NAME}` } });
    expect(asked.status).toBe(201);
  }

  const indicator12 = async () => {
    const { body } = await market.world.http('GET', '/audit/indicators/12?period=2026-Q4', { as: nation });
    return { ...body, asOf: null };
  };

  it('is found nowhere, while amounts, communes and figures stay', async () => {
    const packId = await market.pack({ stock: 5 });
    await market.world.http('POST', '/account/favourites', { as: person, body: { packs: [{ packId }] } });
    const favourites = () => rows('select count(*)::int as n from catalogue.favourite where account_id = $1', [person.accountId]);
    expect(await favourites()).toEqual([{ n: 1 }]);
    const first = await orderedByPerson(packId);
    await deliver(first.id);
    await review(first);
    const open = await orderedByPerson(packId);
    expect(await tablesThatRemember()).toEqual(
      expect.arrayContaining([
        'catalogue.question',
        'catalogue.review',
        'households.household',
        'households.payout_account',
        'households.refusal',
        'identity.account',
        'identity.role_grant',
        'orders."order"',
        'orders.saved_address',
      ]),
    );

    const { body: held } = await market.world.http('GET', '/me/data', { as: person });
    expect(held.parts['reviews-and-questions']).toMatchObject({
      reviews: [{ stars: 5, text: 'Thơm' }],
      questions: [{ text: `Tôi là ${NAME}` }],
    });

    const asked = await market.world.http('POST', '/me/deletion', { as: person });
    expect(asked.body.obstacles).toEqual([{ kind: 'open-order', text: expect.stringMatching(/^Đơn \w+ bạn mua chưa xong/) }]);
    market.world.clock.advance(7 * 86_400_000);
    expect(await market.world.get(ExecuteDeletions).run()).toBe(0);

    await deliver(open.id);
    const kept = `select number, commune_code, province_code, goods_vnd, postage_vnd, total_vnd, placed_at from orders."order" order by number`;
    const said = `select stars, text, author_name is null as nameless from catalogue.review`;
    const before = { orders: await rows(kept), indicator: await indicator12() };
    expect(before.indicator.denominator).toBe(1);
    expect(await market.world.get(ExecuteDeletions).run()).toBe(1);
    await market.world.drain();

    expect(await tablesThatRemember()).toEqual([]);
    expect(await favourites()).toEqual([{ n: 0 }]);
    expect({ orders: await rows(kept), indicator: await indicator12() }).toEqual(before);
    expect(await rows(said)).toEqual([{ stars: 5, text: 'Thơm', nameless: true }]);
    expect(await rows('select count(*)::int as n from platform.message where recipient = $1', [PHONE])).toEqual([{ n: 0 }]);
  }, 60_000);
});

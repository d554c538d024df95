import { randomUUID } from 'node:crypto';
import { RebuildFacts, VerifyFacts } from '@choxa/audit';
import { AddImage, CreateProduct, EditProduct, PublishProduct } from '@choxa/catalogue';
import { ApproveHousehold, RegisterHousehold } from '@choxa/households';
import { Accounts } from '@choxa/identity';
import { AllotBarcode, MakeLot, RecordTraceEvent } from '@choxa/labelling';
import { sql, type Actor } from '@choxa/platform';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

// Issue 6 through the whole application: real checkouts, acceptances and deliveries. Who wants a better figure buys from himself.
const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const SELLER_PHONE = '0500000902';
const SHOP_PHONE = '0500000904';
const STREET_OF_SELLER = { street: 'THÔN  1', communeCode: '24778' };
const HONEST = { labelled: 15, bare: 5 };
const ONE_DOT_OF_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Goods {
  productId: string;
  packId: string;
}

interface Parcel {
  number: string;
  codVnd: number;
  origin: string;
  target: string;
}

describe('planted fraud in the whole application', () => {
  let market: Market;
  let seller: Actor;
  let labelled: Goods[];
  let bare: Goods[];
  let honest: Parcel[];

  beforeAll(async () => {
    market = await Market.open();
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
    [labelled, bare] = [await list(seller, HONEST.labelled, true), await list(seller, HONEST.bare, false)];
    const all = [...labelled, ...bare];
    honest = [];
    for (let from = 0; from < all.length; from += 5) honest.push(await sell(all.slice(from, from + 5)));
  }, 180_000);
  afterAll(() => market.close());

  const rows = <T>(text: string, params: unknown[] = []) => sql<T>(market.world.db.read, text, params);
  const differing = async () => (await market.world.get(VerifyFacts).run(() => {})).faults;

  async function post(path: string, as: Actor, body: object) {
    const answer = await market.world.http('POST', path, { as, body, headers: { 'idempotency-key': randomUUID() } });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  }
  const at = (role: 'clerk' | 'courier', officeId: string) => anActor({ role, scopeKind: 'office', scopeId: officeId });

  /** So many products on sale; the label whole, or lacking most of it. */
  async function list(as: Actor, count: number, whole: boolean): Promise<Goods[]> {
    const goods: Goods[] = [];
    for (let index = 0; index < count; index += 1) {
      const pack = { netContentValue: 500, netContentUnit: 'g' as const, priceVnd: 20_000, stock: 20 };
      const { product, packId } = await market.world.get(CreateProduct).run(as, { name: `Cà phê ${index}`, setCode: '13', pack });
      await market.world.get(AddImage).run(as, product.id, Buffer.from(ONE_DOT_OF_PNG, 'base64'));
      goods.push({ productId: product.id, packId });
      if (whole) await label(as, goods.at(-1)!);
      await market.world.get(PublishProduct).run(as, product.id);
    }
    await market.world.drain();
    return goods;
  }

  async function label(as: Actor, { productId, packId }: Goods): Promise<void> {
    const { world } = market;
    const facts = { brandName: 'Cầu Đất Farm', brandOwner: 'seller' as const, standards: 'TCVN 5251:2015', shelfLifeDays: 365 };
    await world.get(EditProduct).run(as, productId, facts);
    await world.get(AllotBarcode).run(as, packId, { kind: 'internal' });
    const lot = await world.get(MakeLot).run(as, packId, { producedOn: '2026-11-01', producedKind: 'harvest' });
    await world.get(RecordTraceEvent).run(as, lot.id, { step: 'harvesting', occurredAt: new Date('2026-11-01T02:00:00Z') });
  }

  /** One of each, ordered by a guest and delivered at the door. */
  async function sell(goods: Goods[], buyer: object = {}): Promise<Parcel> {
    const cart = await market.cart(...goods.map(({ packId }) => ({ packId, quantity: 1 })));
    const { body, text } = await market.order(cart, { ...buyer });
    if (!body.sellerOrders) throw new Error(text);
    await market.world.drain();
    const [parcel] = await rows<Parcel>(
      `select number, cod_vnd as "codVnd", origin_office_id as origin, delivery_office_id as target from postal.parcel where sender_reference = $1`,
      [body.sellerOrders[0].id],
    );
    await post(`/parcels/${parcel!.number}/acceptance`, at('clerk', parcel!.origin), { weightGrams: 700 });
    for (const code of ['EMG', 'EDG']) {
      market.world.clock.advance(60_000);
      const scan = { id: randomUUID(), parcel: parcel!.number, code, eventTime: market.world.clock.now().toISOString(), device: 'may-1' };
      await post('/post/scans', at('clerk', parcel!.target), { scans: [{ ...scan, office: parcel!.target }] });
    }
    await handOver(parcel!, 'address');
    return parcel!;
  }

  async function handOver({ number, codVnd, target }: Parcel, deliveryPlace: string): Promise<void> {
    const [message] = await rows<{ body: string }>(
      `select body from platform.message where template = 'postal.parcel-registered' and body like $1`,
      [`%${number}%`],
    );
    const recipientCode = /\b\d{6}\b/.exec(message!.body.replaceAll(number, ''))![0];
    market.world.clock.advance(60_000);
    await post(`/parcels/${number}/delivery`, at('courier', target), { recipientCode, deliveryPlace, codCollectedVnd: codVnd });
    await market.world.drain();
  }

  const ask = async (path: string) => (await market.world.http('GET', `/audit/${path}`, { as: nation })).body;
  async function points() {
    const { share, net, numerator, denominator } = await ask('indicators/12?period=2026-Q4');
    return { raw: Number(share), net: Number(net.value), counted: `${numerator}/${denominator}` };
  }

  it('moves the raw share by more than three points and the net one by less than one', async () => {
    const before = await points();
    expect(before).toEqual({ raw: 75, net: 75, counted: '15/20' });
    // A tenth of the lines: well labelled goods that nobody else wants, bought by their household under its phone and at its address.
    const [one, other] = await list(seller, 2, true);
    await sell([one!], { phone: SELLER_PHONE });
    await sell([other!], STREET_OF_SELLER);
    // An empty shop whose only buyer is its own household.
    const shop = await aShop();
    await sell(await list(shop, 2, true), { phone: SHOP_PHONE });
    // Packs relabelled after they were sold, and bought back.
    for (const goods of bare.slice(0, 2)) await label(seller, goods);
    await market.world.drain();
    await sell(bare.slice(0, 2), { phone: SELLER_PHONE });
    const after = await points();
    expect(after.counted).toBe('19/24');
    expect(after.raw - before.raw).toBeGreaterThanOrEqual(3);
    expect(Math.abs(after.net - before.net)).toBeLessThan(1);
    expect(await differing()).toEqual([]);
  }, 120_000);

  it('follows where the post says, after a correction by two, that goods were handed over', async () => {
    const delivered = async () => (await ask('funnel?period=2026-Q4&version=0')).steps.at(-1).products;
    const before = await delivered();
    const [parcel] = honest;
    const [scan] = await rows<{ id: string }>(`select id from postal.scan where parcel_number = $1 and code = 'EMI'`, [parcel!.number]);
    const { id } = await post(`/post/scans/${scan!.id}/correction`, at('clerk', parcel!.target), { reason: 'Quét nhầm bưu gửi bên cạnh' });
    await post(`/post/corrections/${id}/confirmation`, at('clerk', parcel!.target), {});
    await market.world.drain();
    expect(await delivered()).toBe(before - 5);
    expect(await differing()).toEqual([]);
    await handOver(parcel!, 'service_point');
    expect(await delivered()).toBe(before - 5);
    await market.world.get(RebuildFacts).run(() => {});
    expect(await delivered()).toBe(before - 5);
    expect(await differing()).toEqual([]);
  }, 60_000);

  async function aShop(): Promise<Actor> {
    const { world } = market;
    const phone = `+84${SHOP_PHONE.slice(1)}`;
    const account = await world.db.transaction((tx) => world.get(Accounts).ensure(tx, { phone, name: 'Người thử' }));
    const founder = Object.assign(anActor(), { accountId: account.id, name: account.name, phone });
    const { id } = await world.get(RegisterHousehold).run(founder, { name: 'Hộ rỗng', communeCode: '24778', street: 'Thôn 9' });
    await world.get(ApproveHousehold).run(nation, id);
    await world.drain();
    return Object.assign(anActor({ role: 'household', scopeKind: 'household', scopeId: id }), { accountId: account.id, phone });
  }
});

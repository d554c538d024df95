import { RebuildFacts, VerifyFacts } from '@choxa/audit';
import { PauseProduct } from '@choxa/catalogue';
import { ExecuteDeletions } from '@choxa/identity';
import { DEVICE_COOKIE, Events, sql, type Actor } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

// Issue 6: what officials count can be made anew from what every lib still has, also after somebody's data were deleted.
const SELLER_PHONE = '0500000902';
const STREET_OF_SELLER = { street: 'THÔN  1', communeCode: '24778' };

describe('facts made anew over the whole application', () => {
  let market: Market;
  let packId: string;
  let seller: Actor;

  beforeAll(async () => {
    market = await Market.open();
    packId = await market.pack({ stock: 20 });
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
  }, 120_000);
  afterAll(() => market.close());

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(market.world.db.read, text, params);
  const differing = async () => (await market.world.get(VerifyFacts).run(() => {})).faults;

  /** Signs the seller in as people do; the cookie of the device. */
  async function deviceOfSeller(): Promise<string> {
    market.world.clock.advance(1000);
    await market.world.http('POST', '/one-time-codes', { body: { phone: SELLER_PHONE, purpose: 'sign-in' } });
    const [message] = await rows<{ body: string }>(
      `select body from platform.message where recipient = '+84500000902' order by sent_at desc, id limit 1`,
    );
    const code = /\d{6}/.exec(message!.body)![0];
    const { headers } = await market.world.http('POST', '/sessions', { body: { phone: SELLER_PHONE, code } });
    await market.world.drain();
    return new RegExp(`${DEVICE_COOKIE}=[^;]+`).exec([headers['set-cookie'] ?? ''].flat().join())![0];
  }

  /** One pack ordered as a guest, delivered; what links its buyer with the household. */
  async function buy(changes: Record<string, unknown>, device = ''): Promise<string[]> {
    const cart = await market.cart({ packId, quantity: 1 });
    const { body } = await market.order(device ? `${cart}; ${device}` : cart, changes);
    const senderReference = body.sellerOrders[0].id as string;
    const at = market.world.clock.now().toISOString();
    await market.world.drain();
    const [{ number }] = (await rows<{ number: string }>('select number from postal.parcel where sender_reference = $1', [
      senderReference,
    ])) as [{ number: string }];
    const accepted = { number, senderReference, acceptedAt: at, weightGrams: 500, checks: [] };
    const delivered = { number, senderReference, deliveredAt: at, deliveryPlace: 'address' as const, codCollectedVnd: 0 };
    await market.world.db.transaction((tx) => market.world.get(Events).publish(tx, ParcelAccepted, accepted));
    await market.world.drain();
    await market.world.db.transaction((tx) => market.world.get(Events).publish(tx, ParcelDelivered, delivered));
    await market.world.drain();
    const [line] = await rows<{ kinds: string[] }>('select self_dealing as kinds from audit.traded_line where seller_order_id = $1', [
      senderReference,
    ]);
    return line!.kinds;
  }

  it('knows what a household buys from itself by phone, address and device', async () => {
    const device = await deviceOfSeller();
    expect(await buy({})).toEqual([]);
    expect(await buy({ phone: SELLER_PHONE })).toEqual(['phone']);
    expect(await buy(STREET_OF_SELLER)).toEqual(['address']);
    expect(await buy({ phone: '0500000903' }, device)).toEqual(['device']);
    expect(await differing()).toEqual([]);
  }, 60_000);

  it('finds the same after a pause of the product, a deletion of the seller’s data, and a rebuild', async () => {
    const [{ id: productId }] = (await rows<{ id: string }>('select id from catalogue.product')) as [{ id: string }];
    await market.world.get(PauseProduct).run(seller, productId);
    await market.world.drain();
    const asked = await market.world.http('POST', '/me/deletion', { as: seller });
    expect(asked.body.obstacles).toEqual([]);
    market.world.clock.advance(16 * 86_400_000);
    expect(await market.world.get(ExecuteDeletions).run()).toBe(1);
    await market.world.drain();
    expect(await differing()).toEqual([]);
    const kinds = () => rows('select self_dealing as kinds, household_name as name from audit.traded_line order by line_id');
    const before = await kinds();
    await market.world.get(RebuildFacts).run(() => {});
    expect(await kinds()).toEqual(before);
    expect(before).toContainEqual({ kinds: ['phone'], name: 'Hộ đã ngừng bán' });
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { AppModule, LIBS } from '@choxa/app-api';
import { sql, type Actor, type Grant, type Role } from '@choxa/platform';
import { SeedPost } from '@choxa/postal';
import { testWorld, type World } from '@choxa/testing';
import { asker, drain, once, type Ground } from './sides/ground.js';
import { householdThings, type Shop } from './sides/household-things.js';
import { auditThings, moderationThings, supportThings } from './sides/official-things.js';
import { account, grant, phoneOf } from './sides/people.js';
import { counterThings, operatorThings, senderThings } from './sides/post-things.js';
import { afterSaleThings, placeOrder, reviewThings, shopperThings, unansweredOrder } from './sides/shopper-things.js';

/** One household with its shop, its post office and its officials, and everything they have; every text of it carries the side's marker. */
export interface Side {
  marker: string;
  actors: Record<Role, Actor>;
  /** Ids by what a path calls them, e.g. `packs/{id}`. */
  things: Record<string, string>;
}

/** Two sides that share nothing but the application: what one sees of the other is a leak. */
export class TwoSides {
  private constructor(
    readonly world: World,
    readonly a: Side,
    readonly b: Side,
  ) {}

  static async open(): Promise<TwoSides> {
    const world = await testWorld({ libs: LIBS.slice(1), imports: AppModule.parts(), config: { demo: false } });
    await world.get(SeedPost).run();
    const a = await side(world, 'AAA', { communeCode: '24778', province: '68' });
    const b = await side(world, 'BBB', { communeCode: '31135', province: '92' });
    return new TwoSides(world, a, b);
  }
}

/** Builds a side by the same requests its people would send. */
async function side(world: World, letters: string, where: Pick<Ground, 'communeCode' | 'province'>): Promise<Side> {
  const { communeCode, province } = where;
  const marker = `Dấu${letters}${randomUUID().slice(0, 8)}`;
  const ground: Ground = { world, ask: asker(world), marker, ...where };
  const someone = (role: Role, ...grants: Grant[]) => account(world, `${marker} ${role}`, grants);
  const member = await someone('household');
  const official = await someone('official', grant('official', 'province', province));
  const admin = await someone('admin', grant('admin', 'nation', 'VN'));
  const shopper = await someone('shopper');

  const shop = await householdThings(ground, { member, official, shopper });
  const moderated = await moderationThings(ground, { official, shopper, member }, shop);
  const order = await placeOrder(ground, shopper, shop.packId);
  await drain(world);
  const parcel = await parcelOf(world, shop.household.id);
  const clerk = await someone(
    'clerk',
    grant('clerk', 'office', parcel.officeId),
    grant('clerk', 'province', province),
    grant('clerk', 'commune', communeCode),
  );
  const courier = await someone('courier', grant('courier', 'office', parcel.officeId));
  const manager = await someone('postal_manager', grant('postal_manager', 'operator', parcel.operatorId));
  const sender = await someone('sender', grant('sender', 'operator', parcel.operatorId));
  const post = { ...parcel, clerk, courier, manager };

  const sent = await senderThings(ground, sender);
  const selling = await sellingThings(ground, shop, { member, clerk }, parcel.sellerOrderId);
  return {
    marker,
    actors: { shopper, household: member, clerk, courier, postal_manager: manager, sender, official, admin },
    things: {
      ...shop.things,
      ...moderated,
      ...sent,
      ...selling,
      'orders/{number}': order.number,
      'parcels/{number}': parcel.number,
      'call-tasks/{id}': await unansweredOrder(ground, shopper, shop),
      ...(await afterSaleThings(ground, shopper, member, shop.packId)),
      ...(await counterThings(ground, post, parcel.number, shop.barcode)),
      ...(await supportThings(ground, clerk, shop)),
      ...(await shopperThings(ground, shopper, shop)),
      ...(await reviewThings(ground, shopper, shop.packId)),
      ...(await operatorThings(ground, post, parcel.number, letters)),
      ...(await auditThings(ground, official)),
    },
  };
}

/** The one parcel that the household's first order became, and where it begins. */
async function parcelOf(world: World, householdId: string) {
  const [parcel] = await sql<{ sellerOrderId: string; number: string; officeId: string; operatorId: string }>(
    world.db.read,
    `select part.id as "sellerOrderId", number, origin_office_id as "officeId", operator_id as "operatorId"
       from orders.seller_order part join postal.parcel on number = parcel_number where household_id = $1`,
    [householdId],
  );
  return parcel!;
}

/** A delegation to the clerk; the order confirmed, and the postman asked to fetch it. */
async function sellingThings(
  { world, ask, marker }: Ground,
  { household }: Shop,
  { member, clerk }: Record<'member' | 'clerk', Actor>,
  sellerOrderId: string,
): Promise<Record<string, string>> {
  const delegation = await ask('POST', '/household/delegations', member, {
    householdId: household.id,
    clerkPhone: phoneOf(clerk),
    duties: ['products'],
    until: '2026-12-31',
  });
  await ask('POST', `/seller-orders/${sellerOrderId}/confirmation`, member);
  const fetched = { household: household.id, day: '2026-11-17', half: 'morning', note: `Cổng ${marker}`, parcels: [{ id: sellerOrderId }] };
  await ask('POST', '/household/pick-ups', member, fetched, once());
  await drain(world);
  const pickups = await ask('GET', '/post/pickups', clerk);
  return {
    'delegations/{id}': delegation.id,
    'seller-orders/{id}': sellerOrderId,
    'payments/{id}': sellerOrderId,
    'pickups/{id}': pickups.data[0].id,
  };
}

import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { AppModule, LIBS } from '@choxa/app-api';
import { AddImage, CreateProduct, PublishProduct } from '@choxa/catalogue';
import { ApproveHousehold, RegisterHousehold } from '@choxa/households';
import { Accounts } from '@choxa/identity';
import { Actor, CART_COOKIE, Database, type Grant } from '@choxa/platform';
import { SeedPost } from '@choxa/postal';
import { testWorld, type HttpAnswer, type World } from '@choxa/testing';

const SELLER_COMMUNE = '24778';
export const BUYER_COMMUNE = '26740';

/** The whole application with one approved household and one operator per region, on a database of its own. */
export class Market {
  private constructor(
    readonly world: World,
    readonly seller: Actor,
  ) {}

  static async open(options: { poolSize?: number } = {}): Promise<Market> {
    const world = await testWorld({ libs: LIBS.slice(1), imports: AppModule.parts(), config: { demo: true, ...options } });
    await world.get(SeedPost).run();
    const official = await actor(world, '+84500000901', [{ role: 'official', scopeKind: 'nation', scopeId: 'VN' }]);
    const founder = await actor(world, '+84500000902', []);
    const household = await world.get(RegisterHousehold).run(founder, { name: 'Hộ thử', communeCode: SELLER_COMMUNE, street: 'Thôn 1' });
    await world.get(ApproveHousehold).run(official, household.id);
    await world.drain();
    return new Market(world, withGrants(founder, [{ role: 'household', scopeKind: 'household', scopeId: household.id }]));
  }

  /** A published pack with this stock. */
  async pack({ stock, priceVnd = 100_000, name = 'Cà phê thử' }: { stock: number; priceVnd?: number; name?: string }): Promise<string> {
    const { product, packId } = await this.world.get(CreateProduct).run(this.seller, {
      name,
      setCode: '13',
      pack: { netContentValue: 500, netContentUnit: 'g', priceVnd, stock },
    });
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#642' } })
      .png()
      .toBuffer();
    await this.world.get(AddImage).run(this.seller, product.id, picture);
    await this.world.get(PublishProduct).run(this.seller, product.id);
    await this.world.drain();
    return packId;
  }

  /** A guest with these packs in the cart; the cart's cookie. */
  async cart(...lines: { packId: string; quantity: number }[]): Promise<string> {
    let cookie = '';
    for (const line of lines) {
      // Lines are ordered by when they were put in.
      this.world.clock.advance(1);
      const { status, headers, text } = await this.world.http('POST', '/cart/lines', { body: line, cookie });
      if (status !== 200) throw new Error(text);
      const set = [headers['set-cookie'] ?? ''].flat().join();
      cookie = `${CART_COOKIE}=${new RegExp(`${CART_COOKIE}=([^;]+)`).exec(set)![1]}`;
    }
    return cookie;
  }

  async order(cookie: string, { key = randomUUID(), ...more }: { key?: string; [field: string]: unknown } = {}): Promise<HttpAnswer> {
    const body = {
      recipientName: 'Người Mua',
      // Each cart's own: what one phone may order is limited.
      phone: `050${String(parseInt(cookie.slice(-7), 16) % 1e7).padStart(7, '0')}`,
      communeCode: BUYER_COMMUNE,
      street: 'Số 1',
      paymentMethod: 'cod',
      ...more,
    };
    return this.world.http('POST', '/orders', { cookie, body, headers: { 'idempotency-key': key } });
  }

  async close(): Promise<void> {
    await this.world.close();
  }
}

async function actor(world: World, phone: string, grants: Grant[]): Promise<Actor> {
  const db = world.get(Database);
  return db.transaction(async (tx) => {
    const account = await world.get(Accounts).ensure(tx, { phone, name: 'Người thử' });
    return withGrants(new Actor(account.id, account.name, phone, [], randomUUID()), grants);
  });
}

function withGrants({ accountId, name, phone, sessionId }: Actor, grants: Grant[]): Actor {
  return new Actor(accountId, name, phone, grants, sessionId);
}

import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { AddImage, catalogueLib, CatalogueModule, CreateProduct, PublishProduct } from '@choxa/catalogue';
import { ApproveHousehold, householdsLib, HouseholdsModule, RegisterHousehold } from '@choxa/households';
import { Accounts, identityLib, IdentityModule } from '@choxa/identity';
import { labellingLib, LabellingModule } from '@choxa/labelling';
import { placesLib, PlacesModule } from '@choxa/places';
import { Actor, Database, Events, Handles, type EventEnvelope, type EventHandler, type Grant, type Tx } from '@choxa/platform';
import {
  PostageQuotes,
  PostingChanged,
  PostingRequested,
  PostingWithdrawn,
  PostOffices,
  readPostalEvent,
  type CounterOffice,
  type PostageQuote,
  type PostageRequest,
  type PostingChangedV1,
  type PostingRequestedV1,
  type PostingWithdrawnV1,
} from '@choxa/postal-contract';
import { anActor, testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { Global, Module } from '@nestjs/common';
import { ordersLib } from './orders.lib.js';
import { OrdersModule } from './orders.module.js';

/** The post as a test wants it: a fixed price, less its fee for collecting cash where there is none to collect, or away. */
export class QuotesForTests extends PostageQuotes {
  answer: PostageQuote = { status: 'quoted', postageVnd: 22_000, codFeeVnd: 0, days: 2, operatorCode: 'mau' };
  asked: PostageRequest[] = [];

  async quote(request: PostageRequest): Promise<PostageQuote> {
    this.asked.push(request);
    const { answer } = this;
    if (answer.status !== 'quoted' || request.codVnd > 0) return answer;
    return { ...answer, postageVnd: answer.postageVnd - answer.codFeeVnd, codFeeVnd: 0 };
  }
}

/** One counter in Hồ Chí Minh City, of the operator that carries everything. */
export class OfficesForTests extends PostOffices {
  static readonly COUNTER: CounterOffice = {
    operatorCode: 'mau',
    code: 'MAU-79-01',
    name: 'Bưu cục Mẫu',
    communeCode: '26740',
    communeName: 'Phường Sài Gòn',
    provinceCode: '79',
  };

  async counters({ operatorCode, provinceCode }: { operatorCode: string; provinceCode: string }): Promise<CounterOffice[]> {
    const { COUNTER } = OfficesForTests;
    return operatorCode === COUNTER.operatorCode && provinceCode === COUNTER.provinceCode ? [COUNTER] : [];
  }
}

/** Keeps what the post was asked to carry, as far as it keeps the contract. */
@Handles(PostingRequested)
export class RequestsHeard implements EventHandler<PostingRequestedV1> {
  readonly heard: PostingRequestedV1[] = [];

  async handle(_tx: Tx, { data }: EventEnvelope<PostingRequestedV1>): Promise<void> {
    this.heard.push(readPostalEvent(PostingRequested, data));
  }
}

/** Keeps what the post was told about a posting after it was asked for. */
@Handles(PostingChanged)
export class ChangesHeard implements EventHandler<PostingChangedV1> {
  readonly heard: PostingChangedV1[] = [];

  async handle(_tx: Tx, { data }: EventEnvelope<PostingChangedV1>): Promise<void> {
    this.heard.push(readPostalEvent(PostingChanged, data));
  }
}

/** Keeps what the post was asked not to carry after all. */
@Handles(PostingWithdrawn)
export class WithdrawalsHeard implements EventHandler<PostingWithdrawnV1> {
  readonly heard: PostingWithdrawnV1[] = [];

  async handle(_tx: Tx, { data }: EventEnvelope<PostingWithdrawnV1>): Promise<void> {
    this.heard.push(readPostalEvent(PostingWithdrawn, data));
  }
}

export interface Seller {
  actor: Actor;
  householdId: string;
}

/** Orders with everything below it, and the post replaced by its port and its events. */
export class OrdersWorld {
  private constructor(
    readonly world: World,
    readonly quotes: QuotesForTests,
  ) {}

  static async open(): Promise<OrdersWorld> {
    const quotes = new QuotesForTests();
    @Global()
    @Module({
      providers: [
        { provide: PostageQuotes, useValue: quotes },
        { provide: PostOffices, useClass: OfficesForTests },
      ],
      exports: [PostageQuotes, PostOffices],
    })
    class PostModule {}
    const world = await testWorld({
      libs: [placesLib, identityLib, householdsLib, catalogueLib, labellingLib, ordersLib],
      imports: [PlacesModule, IdentityModule, HouseholdsModule, CatalogueModule, LabellingModule, PostModule, OrdersModule],
      providers: [RequestsHeard, ChangesHeard, WithdrawalsHeard],
    });
    return new OrdersWorld(world, quotes);
  }

  async seller(name: string, communeCode = '24778'): Promise<Seller> {
    const official = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
    const founder = await this.account();
    const household = await this.world.get(RegisterHousehold).run(founder, { name, communeCode, street: 'Thôn 1' });
    await this.world.get(ApproveHousehold).run(official, household.id);
    await this.world.drain();
    return {
      actor: this.actorOf(founder, [{ role: 'household', scopeKind: 'household', scopeId: household.id }]),
      householdId: household.id,
    };
  }

  /** A signed-in person whom `http(…, { as })` knows. */
  async account(): Promise<Actor> {
    const phone = aPhone();
    const account = await this.world.get(Database).transaction((tx) => this.world.get(Accounts).ensure(tx, { phone, name: 'Người thử' }));
    return this.actorOf(new Actor(account.id, account.name, phone, [], randomUUID()), []);
  }

  private actorOf(account: Actor, grants: Grant[]): Actor {
    return Object.assign(anActor(...grants), { accountId: account.accountId, name: account.name, phone: account.phone });
  }

  /** Where the household's money goes from now on. */
  async payoutAccount({ householdId, actor }: Seller, accountNumber = '0500123456'): Promise<void> {
    await this.world.get(Database).read.query(
      `insert into households.payout_account (id, household_id, bank_bin, bank_name, account_number, holder_name, asked_at, asked_by, effective_at)
       values (gen_random_uuid(), $1, '970416', 'ACB', $2, 'NGUOI THU', $3, $4, $3::timestamptz + interval '24 hours')`,
      [householdId, accountNumber, new Date(this.world.clock.now().getTime() - 25 * 3_600_000), actor.accountId],
    );
  }

  async pack(seller: Seller, { stock = 10, priceVnd = 100_000, name = 'Trà thử' } = {}): Promise<string> {
    const { product, packId } = await this.world.get(CreateProduct).run(seller.actor, {
      name,
      setCode: '11',
      pack: { netContentValue: 200, netContentUnit: 'g', priceVnd, weightGrams: 250, stock },
    });
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#464' } })
      .png()
      .toBuffer();
    await this.world.get(AddImage).run(seller.actor, product.id, picture);
    await this.world.get(PublishProduct).run(seller.actor, product.id);
    await this.world.drain();
    return packId;
  }

  async cart(...lines: { packId: string; quantity: number }[]): Promise<string> {
    let cookie = '';
    for (const body of lines) {
      this.world.clock.advance(1_000);
      const { headers } = await this.world.http('POST', '/cart/lines', { body, cookie });
      cookie = /gio=[^;]+/.exec(String(headers['set-cookie']))![0];
    }
    return cookie;
  }

  order(cookie: string, more: Record<string, unknown> = {}, options: { as?: Actor; key?: string } = {}): Promise<HttpAnswer> {
    const body = { recipientName: 'Người Mua', phone: aPhone(), communeCode: '26740', street: 'Số 1', paymentMethod: 'cod', ...more };
    const headers = { 'idempotency-key': options.key ?? randomUUID() };
    return this.world.http('POST', '/orders', { cookie, body, headers, ...(options.as ? { as: options.as } : {}) });
  }

  /** One text file in field `file`, as a browser's form sends it. */
  upload(path: string, as: Actor, text: string): Promise<HttpAnswer> {
    const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="tep.csv"\r\nContent-Type: text/csv\r\n\r\n';
    const body = Buffer.from(`${head}${text}\r\n--ranh--\r\n`);
    return this.world.http('POST', path, { as, body, headers: { 'content-type': 'multipart/form-data; boundary=ranh' } });
  }

  /** Lets the post say something. */
  async post(event: { name: string }, data: object): Promise<void> {
    await this.world.get(Database).transaction((tx) => this.world.get(Events).publish(tx, event, data));
    await this.world.drain();
  }
}

/** Another one each time: what one phone may order is limited. */
function aPhone(): string {
  return `+8450${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
}

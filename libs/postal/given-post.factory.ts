import { randomUUID } from 'node:crypto';
import { Actor, Clock, Database, Events, sql, type Grant } from '@choxa/platform';
import { PostingRequested, type PostingRequestedV1 } from '@choxa/postal-contract';
import { SeedPost, type DemoOffice } from './demo/seed-post.js';

interface Answer {
  status: number;
  body: any;
  text: string;
}

/** The part of a test world that is used here. */
interface Running {
  db: Database;
  clock: Clock & { advance(milliseconds: number): void };
  get<T>(type: new (...args: never[]) => T): T;
  drain(): Promise<number>;
  http(method: string, path: string, options?: { as?: Actor; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
}

export const HANOI = '01';
export const CAN_THO = '92';

/** A post with its invented operators, and parcels brought into a state through the real use cases. For specs. */
export class GivenPost {
  private constructor(
    private readonly world: Running,
    private readonly anActor: (...grants: Grant[]) => Actor,
    readonly offices: DemoOffice[],
  ) {}

  static async in(world: Running, anActor: (...grants: Grant[]) => Actor): Promise<GivenPost> {
    return new GivenPost(world, anActor, await world.get(SeedPost).run());
  }

  /** An office of `buu-chinh-<operator>`. */
  office(operator: string, provinceCode: string, kind = 'counter'): DemoOffice {
    return this.offices.find(
      (one) => one.operatorCode === `buu-chinh-${operator}` && one.provinceCode === provinceCode && one.kind === kind,
    )!;
  }

  /** Where the parcels of {@link aRequest} are handed over, and from where they are delivered. */
  get origin(): DemoOffice {
    return this.office('song-hong', HANOI);
  }

  get target(): DemoOffice {
    return this.office('song-hong', CAN_THO);
  }

  clerkOf(...offices: DemoOffice[]): Actor {
    return this.anActor(...offices.map(({ id }) => ({ role: 'clerk' as const, scopeKind: 'office' as const, scopeId: id })));
  }

  courierOf({ id }: DemoOffice): Actor {
    return this.anActor({ role: 'courier', scopeKind: 'office', scopeId: id });
  }

  /** A firm whose programs post through the operators of these offices. */
  senderThrough(...offices: DemoOffice[]): Actor {
    return this.anActor(
      ...offices.map(({ operatorId }) => ({ role: 'sender' as const, scopeKind: 'operator' as const, scopeId: operatorId })),
    );
  }

  managerOf({ operatorId }: DemoOffice): Actor {
    return this.anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: operatorId });
  }

  aRequest(change: Partial<PostingRequestedV1> = {}): PostingRequestedV1 {
    return {
      operatorCode: null,
      sender: { name: 'Nguyễn Thị Mơ', phone: '0912345678', street: 'Ấp Bình An', communeCode: this.origin.communeCode },
      senderReference: randomUUID(),
      recipient: { name: 'Trần Văn Bình', phone: '0987654321', street: '12 ngõ Sen', communeCode: this.target.communeCode },
      weightGrams: 480,
      codVnd: 120_000,
      contents: [
        { code14: '08938500000010', description: 'Cà phê Arabica 500 g', quantity: 1 },
        { code14: '00400000000015', description: 'Mật ong hoa cà phê', quantity: 2 },
      ],
      requestedAt: '2026-11-16T09:00:00+07:00',
      ...change,
    };
  }

  /** A parcel announced as a sender does it: by an event in a transaction of its own. */
  async announced(change: Partial<PostingRequestedV1> = {}): Promise<{ number: string; code: string; request: PostingRequestedV1 }> {
    const request = this.aRequest(change);
    await this.world.db.transaction((tx) => this.world.get(Events).publish(tx, PostingRequested, request));
    await this.world.drain();
    const [parcel] = await this.rows<{ number: string }>('select number from postal.parcel where sender_reference = $1', [
      request.senderReference,
    ]);
    const [message] = await this.rows<{ body: string }>('select body from platform.message where body like $1', [`%${parcel!.number}%`]);
    return { number: parcel!.number, code: /\b\d{6}\b/.exec(message!.body)![0], request };
  }

  async accepted(change: Partial<PostingRequestedV1> = {}) {
    const parcel = await this.announced(change);
    await this.accept(parcel.number);
    return parcel;
  }

  async outForDelivery(change: Partial<PostingRequestedV1> = {}) {
    const parcel = await this.accepted(change);
    await this.record([this.aScan(parcel.number, 'EMG'), this.aScan(parcel.number, 'EDG')]);
    await this.world.drain();
    return parcel;
  }

  accept(number: string, body: object = {}, as = this.clerkOf(this.origin), headers = aKey()): Promise<Answer> {
    return this.world.http('POST', `/parcels/${number}/acceptance`, { as, headers, body: { weightGrams: 505, ...body } });
  }

  deliver(number: string, recipientCode: string, body: object = {}, as = this.courierOf(this.target), headers = aKey()): Promise<Answer> {
    const delivery = { recipientCode, deliveryPlace: 'address', codCollectedVnd: 120_000, ...body };
    return this.world.http('POST', `/parcels/${number}/delivery`, { as, headers, body: delivery });
  }

  /** A scan at the delivery office, a minute later than the one before. */
  aScan(parcel: string, code: string, change: object = {}) {
    this.world.clock.advance(60_000);
    const eventTime = this.world.clock.now().toISOString();
    return { id: randomUUID(), parcel, code, eventTime, device: 'may-1', office: this.target.id, ...change };
  }

  record(scans: object[], as = this.clerkOf(this.target), headers = aKey()): Promise<Answer> {
    return this.world.http('POST', '/post/scans', { as, headers, body: { scans } });
  }

  /** A code sent to the telephone of the parcel's recipient or sender, read from the message. */
  async codeOf(number: string, party: 'recipient' | 'sender' = 'recipient'): Promise<string> {
    this.world.clock.advance(61_000);
    const { status, text } = await this.world.http('POST', `/parcels/${number}/codes`, { body: { party } });
    if (status !== 204) throw new Error(text);
    const [message] = await this.rows<{ body: string }>(
      `select body from platform.message where template = 'postal.parcel-code' and body like $1 order by sent_at desc limit 1`,
      [`%${number}%`],
    );
    return /\b\d{6}\b/.exec(message!.body)![0];
  }

  async stateOf(number: string): Promise<string> {
    return (await this.world.http('GET', `/parcels/${number}`)).body.status;
  }

  rows<Row>(text: string, params: unknown[] = []): Promise<Row[]> {
    return sql<Row>(this.world.db.read, text, params);
  }

  /** Balance per account of a parcel's cash on delivery. Throws when they do not sum to zero. */
  async ledger(number: string): Promise<Record<string, number>> {
    const entries = await this.rows<{ account: string; balance: number }>(
      'select account, sum(amount_vnd)::bigint as balance from postal.cod_entry where parcel_number = $1 group by account',
      [number],
    );
    if (entries.reduce((sum, entry) => sum + entry.balance, 0) !== 0) throw new Error(`the ledger of ${number} does not sum to zero`);
    return Object.fromEntries(entries.map(({ account, balance }) => [account, balance]));
  }
}

export function aKey(): { 'idempotency-key': string } {
  return { 'idempotency-key': randomUUID() };
}

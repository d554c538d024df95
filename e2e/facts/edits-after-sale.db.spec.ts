import { createHash } from 'node:crypto';
import { RebuildFacts, VerifyFacts } from '@choxa/audit';
import { Events, sql, type Actor } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import { Market } from '../world/market.js';

// Issue 6 through the whole application: an edit of a product after the sale changes no past figure, and days, quarters and years are cut in
// Vietnamese time. The mutant evidence-of-today.patch must make it fail.
const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const OLD_NAME = 'Cà phê Arabica';
const NEW_NAME = 'Tên đặt lại sau khi bán';
const PAST = '2026-Q4';

describe('a product that is edited after it was sold', () => {
  let market: Market;
  let seller: Actor;
  let packId: string;
  let productId: string;
  /** Ordered while the label was complete; each delivered once. */
  const ordered: Parcel[] = [];

  interface Parcel {
    senderReference: string;
    number: string;
  }

  beforeAll(async () => {
    market = await Market.open();
    const { accountId, name, phone, grants } = market.seller;
    seller = Object.assign(anActor(...grants), { accountId, name, phone });
    packId = await market.pack({ stock: 50, name: OLD_NAME });
    [{ id: productId }] = (await rows<{ id: string }>('select product_id as id from catalogue.pack where id = $1', [packId])) as [
      { id: string },
    ];
    await label();
    for (let order = 0; order < 8; order += 1) ordered.push(await buy());
    await market.world.drain();
    await accept(ordered);
    await deliver('2026-11-20T23:59:59+07:00', '2026-11-21T00:00:00+07:00', '2026-11-21T12:00:00+07:00', '2026-12-01T12:00:00+07:00');
    await deliver('2026-12-31T23:59:59+07:00', '2027-01-01T00:00:00+07:00');
    market.world.clock.set(new Date('2027-01-20T02:00:00Z'));
  }, 180_000);
  afterAll(() => market.close());

  const rows = <T>(text: string, params: unknown[] = []) => sql<T>(market.world.db.read, text, params);

  async function write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
    const answer = await market.world.http(method, path, { as: seller, ...(body && { body }) });
    expect([path, answer.status, answer.status < 300 || answer.text]).toEqual([path, answer.status, true]);
    await market.world.drain();
    return answer.body;
  }

  /** Everything a label needs. */
  async function label(): Promise<void> {
    await write('PATCH', `/products/${productId}`, {
      brandName: 'Cầu Đất Farm',
      brandOwner: 'seller',
      standards: 'TCVN 5251:2015',
      shelfLifeDays: 365,
    });
    await write('POST', `/packs/${packId}/barcodes`, { kind: 'internal' });
    const { id } = await write('POST', `/packs/${packId}/lots`, { producedOn: '2026-11-01', producedKind: 'harvest' });
    await write('POST', `/lots/${id}/trace-events`, { step: 'harvesting' });
  }

  /** One pack ordered by somebody new. */
  async function buy(): Promise<Parcel> {
    const { body, text } = await market.order(await market.cart({ packId, quantity: 1 }));
    if (!body.sellerOrders) throw new Error(text);
    return { senderReference: body.sellerOrders[0].id, number: '' };
  }

  async function accept(parcels: Parcel[]): Promise<void> {
    const acceptedAt = market.world.clock.now().toISOString();
    for (const parcel of parcels) {
      const [{ number }] = (await rows<{ number: string }>('select number from postal.parcel where sender_reference = $1', [
        parcel.senderReference,
      ])) as [{ number: string }];
      parcel.number = number;
      await market.world.db.transaction((tx) =>
        market.world.get(Events).publish(tx, ParcelAccepted, { ...parcel, acceptedAt, weightGrams: 500, checks: [] }),
      );
    }
    await market.world.drain();
  }

  /** The next of those ordered are handed over at these moments. */
  async function deliver(...moments: string[]): Promise<void> {
    for (const deliveredAt of moments)
      await market.world.db.transaction((tx) =>
        market.world.get(Events).publish(tx, ParcelDelivered, {
          ...ordered.shift()!,
          deliveredAt,
          deliveryPlace: 'address',
          codCollectedVnd: 0,
        }),
      );
    await market.world.drain();
  }

  const ask = async (path: string) => {
    const answer = await market.world.http('GET', `/audit/${path}`, { as: nation });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };

  /** Every view of the past quarter in which the product stands: the hash of its bytes. */
  async function viewsOfPast(): Promise<[string, string][]> {
    const asked = `period=${PAST}`;
    const paths = [
      ...['', '/lines', '/gaps', `/products/${productId}`, '/breakdown', '/trend'].map(
        (view) => `indicators/12${view}?${asked}${view === '/breakdown' ? '&by=product' : ''}`,
      ),
      `funnel?${asked}`,
      `funnel?${asked}&by=set`,
      ...['lines', 'funnel', 'breakdown', 'funnel-cells'].flatMap((table) =>
        ['csv', 'xlsx', 'pdf'].map((form) => `exports/${table}.${form}?${asked}${table === 'breakdown' ? '&indicator=12&by=product' : ''}`),
      ),
    ];
    const views: [string, string][] = [];
    for (const path of paths) {
      const { bytes } = await ask(path);
      views.push([
        path,
        createHash('sha256')
          .update(path.includes('.xlsx') ? undated(bytes) : bytes)
          .digest('hex'),
      ]);
    }
    return views;
  }

  it('leaves every figure, line, evidence and file of the past as it was, also when all facts are told again', async () => {
    const before = await viewsOfPast();
    const { body } = await ask(`indicators/12?period=${PAST}`);
    expect(body).toMatchObject({ numerator: 1, denominator: 1, byLine: { numerator: 5, denominator: 5 } });
    const { body: funnel } = await ask(`funnel?period=${PAST}`);
    expect(funnel.steps.map(({ products }: { products: number }) => products)).toEqual([1, 1, 1, 1]);

    await write('PATCH', `/products/${productId}`, { name: NEW_NAME, setCode: '3', brandName: '', standards: '' });
    await write('POST', `/packs/${packId}/barcodes`, { kind: 'gtin', number: '8938501000019', companyPrefix: '8938501' });
    const [event] = await rows<{ id: string }>('select id from labelling.trace_event limit 1');
    await write('POST', `/trace-events/${event!.id}/correction`, { reason: 'did_not_occur', note: 'Ghi nhầm' });
    await write('DELETE', `/products/${productId}/publication`);
    expect(await viewsOfPast()).toEqual(before);

    expect((await market.world.get(VerifyFacts).run(() => {})).faults).toEqual([]);
    await market.world.get(RebuildFacts).run(() => {});
    expect(await viewsOfPast()).toEqual(before);
  }, 120_000);

  it('shows a new sale as it is now, and what was ordered before as it was then', async () => {
    await write('POST', `/products/${productId}/publication`);
    ordered.unshift(await buy());
    await market.world.drain();
    await accept(ordered.slice(0, 1));
    await deliver('2027-02-01T10:00:00+07:00', '2027-03-31T23:59:59+07:00', '2027-04-01T00:00:00+07:00');
    market.world.clock.set(new Date('2027-04-20T02:00:00Z'));

    const { body } = await ask(`indicators/12/products/${productId}?period=2027-Q1`);
    const evidence = body.evidence.map(({ compliant, missing, barcodeKind, lines }: Record<string, unknown>) => ({
      compliant,
      missing,
      barcodeKind,
      lines,
    }));
    expect(evidence).toEqual([
      { compliant: false, missing: expect.arrayContaining(['brand.name', 'origin.event']), barcodeKind: 'gtin', lines: 1 },
      { compliant: true, missing: [], barcodeKind: 'internal', lines: 2 },
    ]);
    const names = body.lines.data.map(({ productName, setCode }: Record<string, string>) => `${setCode} ${productName}`).sort();
    expect(names).toEqual([`13 ${OLD_NAME}`, `13 ${OLD_NAME}`, `3 ${NEW_NAME}`]);
  }, 60_000);

  it('cuts days, quarters and years at midnight in Vietnam', async () => {
    const linesOf = async (period: string) => (await ask(`indicators/12?period=${period}&version=0`)).body.byLine.denominator;
    const periods = [PAST, '2026', '2027-Q1', '2027-Q2', '2027-Q2-YTD', '2027'];
    const lines = Object.fromEntries(await Promise.all(periods.map(async (period) => [period, await linesOf(period)])));
    expect(lines).toEqual({ [PAST]: 5, '2026': 5, '2027-Q1': 3, '2027-Q2': 1, '2027-Q2-YTD': 4, '2027': 4 });
    const { body } = await ask('indicators/12/lines?period=2026');
    expect(body.data.map(({ deliveredOn }: { deliveredOn: string }) => deliveredOn)).toEqual([
      '2026-12-31',
      '2026-12-01',
      '2026-11-21',
      '2026-11-21',
      '2026-11-20',
    ]);
  });
});

/** A ZIP without the moments at which its parts were packed: the machine's own clock, in both headers of a part. */
function undated(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (const [header, time] of [
    ['PK\x03\x04', 10],
    ['PK\x01\x02', 12],
  ] as const)
    for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1)) bytes.fill(0, at + time, at + time + 4);
  return bytes;
}

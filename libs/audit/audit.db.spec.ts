import { randomUUID } from 'node:crypto';
import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql, type EventKind } from '@choxa/platform';
import { ParcelClosed } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aClosedParcel, aDelivery, aLabel, aLabelWithoutLot, aTradedLine } from './facts/events.factory.js';
import { auditLib, AuditModule } from './index.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const ofHanoi = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
const ofCanTho = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });

describe('audit', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());
  beforeEach(() =>
    sql(
      world.db.read,
      'truncate audit.traded_line, audit.product_period, audit.product_gap, audit.label_period, audit.line_return, audit.closed_parcel, audit.parcel_period',
    ),
  );

  async function tell<Data extends object>(kind: EventKind<Data>, ...facts: Data[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const fact of facts) await world.get(Events).publish(tx, kind, fact);
    });
    await world.drain();
  }
  const deliver = (...orders: SellerOrderDeliveredV1[]) => tell(SellerOrderDelivered, ...orders);
  const read = async (path: string, as = nation) => (await world.http('GET', `/audit/${path}`, { as })).body;
  const inQ3 = async (number = 12) => {
    const { numerator, denominator, share } = await read(`indicators/${number}?period=2026-Q3&province=`);
    return [numerator, denominator, share];
  };

  it('says that none arose, not 100 %, where nothing was traded or closed', async () => {
    expect(await inQ3(12)).toEqual([0, 0, null]);
    expect(await inQ3(13)).toEqual([0, 0, null]);
    const { byLine, byValue, strictGtin, parts } = await read('indicators/12?period=2026-Q3');
    expect([byLine.share, byValue.share, strictGtin.share, parts.brand.share]).toEqual([null, null, null, null]);
  });

  it('counts a product only when all its traded lines are compliant', async () => {
    const productId = randomUUID();
    await deliver(
      aDelivery({ lines: [aTradedLine({ productId }), aTradedLine()] }),
      aDelivery({ lines: [aTradedLine({ productId, label: aLabelWithoutLot() })] }),
    );
    expect(await inQ3()).toEqual([1, 2, '50.00']);
    const { byLine, parts, missing } = await read('indicators/12?period=2026-Q3');
    expect(byLine).toEqual({ numerator: 2, denominator: 3, share: '66.66' });
    expect([parts.brand.numerator, parts.barcode.numerator, parts.origin.numerator]).toEqual([2, 2, 1]);
    expect(missing).toEqual([
      { field: 'origin.date', count: 1, netCount: 1, products: 1 },
      { field: 'origin.lot', count: 1, netCount: 1, products: 1 },
    ]);
  });

  it('counts an internal number and a missing one apart from a GTIN', async () => {
    const productId = randomUUID();
    await deliver(
      aDelivery({ lines: [aTradedLine({ label: aLabel({ barcode: { kind: 'internal', number: '00400000000015' } }) })] }),
      aDelivery({ lines: [aTradedLine({ productId }), aTradedLine({ productId, label: aLabel({ barcode: null }) })] }),
      aDelivery({ lines: [aTradedLine({ checkedByPerson: true })] }),
    );
    const { numerator, strictGtin, checkedByPerson } = await read('indicators/12?period=2026-Q3');
    expect([numerator, strictGtin.numerator, checkedByPerson.numerator]).toEqual([3, 1, 1]);
  });

  it('leaves set 26, a service, outside every share and lists it apart', async () => {
    const label = aLabel({ compliant: false, level: 'none', parts: { brand: 'none', barcode: 'none', origin: 'none' }, barcode: null });
    await deliver(aDelivery({ lines: [aTradedLine(), aTradedLine({ setCode: '26', amountVnd: 900_000, label })] }));
    expect(await inQ3()).toEqual([1, 1, '100.00']);
    const { byLine, services } = await read('indicators/12?period=2026-Q3');
    expect(byLine.denominator).toBe(1);
    expect(services).toEqual({ products: 1, lines: 1, amountVnd: 900_000 });
    expect((await read('indicators/12/lines?period=2026-Q3')).data).toHaveLength(1);
  });

  it('cuts days, quarters and years at midnight in Vietnam', async () => {
    const at = (deliveredAt: string) => aDelivery({ deliveredAt });
    await deliver(
      at('2026-09-30T16:59:59.999Z'),
      at('2026-09-30T17:00:00.000Z'),
      at('2026-12-31T16:59:59.999Z'),
      at('2026-12-31T17:00:00Z'),
    );
    await tell(ParcelClosed, aClosedParcel({ closedAt: '2026-12-31T16:59:59.999Z' }), aClosedParcel({ closedAt: '2026-12-31T17:00:00Z' }));
    const denominator = async (number: number, period: string) => (await read(`indicators/${number}?period=${period}`)).denominator;
    const counted = [];
    for (const period of ['2026-Q3', '2026-Q4', '2027-Q1', '2026', '2027'])
      counted.push([await denominator(12, period), await denominator(13, period)]);
    expect(counted).toEqual([
      [1, 0],
      [2, 1],
      [1, 1],
      [3, 1],
      [1, 1],
    ]);
  });

  it('never prints 99.996 % as 100 %', async () => {
    const amounts = [99_992, 1, 1, 1, 1];
    await deliver(
      ...amounts.map((amountVnd, buyer) => aDelivery({ buyerPhoneHash: `buyer ${buyer}`, lines: [aTradedLine({ amountVnd })] })),
      aDelivery({ lines: [aTradedLine({ amountVnd: 4, label: aLabelWithoutLot() })] }),
    );
    expect((await read('indicators/12?period=2026-Q3')).byValue).toEqual({ numeratorVnd: 99_996, denominatorVnd: 100_000, share: '99.99' });
  });

  it('tells delivered to the address from delivered elsewhere', async () => {
    await tell(
      ParcelClosed,
      aClosedParcel({ attempts: 2 }),
      aClosedParcel({ deliveryPlace: 'shared_box' }),
      aClosedParcel({ deliveryPlace: 'pickup_point' }),
      aClosedParcel({ outcome: 'lost', deliveryPlace: null, operatorCode: 'other' }),
    );
    const { numerator, denominator, share, validlyDelivered, firstAttempt, byOperator, outcomes, deliveryPlaces } =
      await read('indicators/13?period=2026-Q3');
    expect([numerator, denominator, share]).toEqual([2, 4, '50.00']);
    expect([validlyDelivered.share, firstAttempt.share]).toEqual(['75.00', '50.00']);
    expect(byOperator).toEqual([
      { code: 'demo', numerator: 2, denominator: 3, share: '66.66' },
      { code: 'other', numerator: 0, denominator: 1, share: '0.00' },
    ]);
    expect(outcomes).toEqual([
      { outcome: 'EMI', count: 3 },
      { outcome: 'lost', count: 1 },
    ]);
    expect(deliveryPlaces).toHaveLength(3);
  });

  it('shows a province’s official only his own; another province is not found', async () => {
    await deliver(aDelivery(), aDelivery({ communeCode: '31309', provinceCode: '92', householdName: 'Hộ Cần Thơ' }));
    const answers = await Promise.all(
      ['indicators/12', 'indicators/12/lines', 'indicators/13'].map((path) =>
        world.http('GET', `/audit/${path}?province=01`, { as: ofCanTho }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, 'not-found']));
    const own = await read('indicators/12?period=2026-Q3', ofCanTho);
    expect([own.province, own.denominator, own.byProvince.map((row: { code: string }) => row.code)]).toEqual(['92', 1, ['92']]);
    const { data } = await read('indicators/12/lines?period=2026-Q3', ofHanoi);
    expect(data.map((line: { householdName: string }) => line.householdName)).toEqual(['Hộ Trần Văn Bền']);
    expect((await read('indicators/12?period=2026-Q3')).denominator).toBe(2);
    expect((await world.http('GET', '/audit/indicators/12?province=99', { as: nation })).status).toBe(404);
  });

  it('is closed to everybody but officials', async () => {
    const others = [
      undefined,
      anActor(),
      anActor({ role: 'clerk', scopeKind: 'province', scopeId: '92' }),
      anActor({ role: 'admin', scopeKind: 'nation', scopeId: 'VN' }),
    ];
    for (const path of ['periods', 'indicators', 'indicators/12', 'indicators/12/lines', 'indicators/13']) {
      const statuses = await Promise.all(others.map(async (as) => (await world.http('GET', `/audit/${path}`, as ? { as } : {})).status));
      expect(statuses).toEqual([401, 403, 403, 403]);
    }
  });

  it('lists failing lines page by page, newest first by the days of Vietnam, each once', async () => {
    const times = [
      '2026-08-01T16:59:59.999Z',
      '2026-08-01T17:00:00Z',
      '2026-08-01T17:00:00Z',
      '2026-08-02T20:00:00Z',
      '2026-08-04T03:00:00Z',
    ];
    const productId = randomUUID();
    await deliver(
      ...times.map((deliveredAt, buyer) =>
        aDelivery({
          deliveredAt,
          buyerPhoneHash: `buyer ${buyer}`,
          lines: [aTradedLine({ productId, label: aLabelWithoutLot() }), aTradedLine()],
        }),
      ),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { data, next } = await read(`indicators/12/lines?period=2026-Q3&compliant=false&limit=2${cursor}`);
      expect(data.every((line: { compliant: boolean; missing: string[] }) => !line.compliant && line.missing.includes('origin.lot'))).toBe(
        true,
      );
      seen.push(...data.map((line: { deliveredOn: string }) => line.deliveredOn));
      cursor = next ? `&cursor=${next}` : '';
    } while (cursor);
    expect(seen).toEqual(['2026-08-04', '2026-08-03', '2026-08-02', '2026-08-02', '2026-08-01']);
    expect((await read('indicators/12/lines?period=2026-Q3')).data).toHaveLength(10);
  });

  it('shows no single purchase, and no value, of what fewer than five bought', async () => {
    const productId = randomUUID();
    const order = (buyer: number) => aDelivery({ buyerPhoneHash: `buyer ${buyer}`, lines: [aTradedLine({ productId })] });
    const shown = async () => {
      const { data } = await read(`indicators/12/lines?period=2026-Q3&product=${productId}`);
      const { byValue, fewBuyers } = await read(`indicators/12?period=2026-Q3&product=${productId}`);
      const [first] = data as { fewBuyers: boolean; deliveredOn: string | null; quantity: number | null; amountVnd: number | null }[];
      return [first!.fewBuyers, first!.deliveredOn, first!.quantity, first!.amountVnd, fewBuyers, byValue?.denominatorVnd ?? null];
    };
    await deliver(order(1), order(2), order(3), order(4), order(4));
    expect(await shown()).toEqual([true, null, null, null, true, null]);
    await deliver(order(5));
    expect(await shown()).toEqual([false, '2026-08-10', 1, 120_000, false, 720_000]);
  });

  it('tells which missing field would raise the share most: only what lacks nothing else would count', async () => {
    const lacking = (...missing: ('origin.lot' | 'brand.name')[]) =>
      aLabel({ compliant: false, level: 'none', missing, parts: { brand: 'none', barcode: 'format_valid', origin: 'declared' } });
    const twice = randomUUID();
    await deliver(
      aDelivery(),
      aDelivery({ lines: [aTradedLine({ label: lacking('brand.name') })] }),
      aDelivery({ lines: [aTradedLine({ productId: twice, label: lacking('origin.lot') }), aTradedLine({ productId: twice })] }),
      aDelivery({ lines: [aTradedLine({ label: lacking('origin.lot') })] }),
      aDelivery({ lines: [aTradedLine({ label: lacking('origin.lot', 'brand.name') })] }),
    );
    const { data } = await read('indicators/12/gaps?period=2026-Q3');
    expect(data).toMatchObject([
      { field: 'origin.lot', lines: 3, products: 3, gain: { products: 2, after: { numerator: 3, denominator: 5, share: '60.00' } } },
      { field: 'brand.name', lines: 2, products: 2, gain: { products: 1, after: { numerator: 2, denominator: 5, share: '40.00' } } },
    ]);
  });

  it('shows of one product what its labels lacked, and the labels as they were copied', async () => {
    const productId = randomUUID();
    await deliver(
      aDelivery({ lines: [aTradedLine({ productId, label: { ...aLabelWithoutLot(), lotCode: null } }), aTradedLine({ productId })] }),
      aDelivery({ lines: [aTradedLine({ productId })] }),
    );
    const product = await read(`indicators/12/products/${productId}?period=2026-Q3`);
    expect(product).toMatchObject({
      numerator: 0,
      denominator: 1,
      byLine: { numerator: 2, denominator: 3 },
      filters: [{ key: 'product' }],
    });
    expect(product.levels.origin).toEqual({ none: 1, declared: 0, formatValid: 2, checked: 0 });
    expect(product.evidence).toMatchObject([
      { compliant: false, missing: ['origin.lot', 'origin.date'], origin: 'none', lines: 1 },
      { compliant: true, missing: [], barcodeKind: 'gtin', barcodeNumber: '08934588000010', lines: 2 },
    ]);
    expect(product.lines.data).toHaveLength(3);
    expect((await world.http('GET', `/audit/indicators/12/products/${productId}`, { as: ofCanTho })).status).toBe(404);
  });

  it('never answers anything of the buyer', async () => {
    const buyer = { buyerAccountId: randomUUID(), buyerPhoneHash: 'buyer-mark' };
    await deliver(aDelivery({ ...buyer, orderNumber: 'order-mark' }));
    const texts = await Promise.all(
      ['periods', 'indicators', 'indicators/12?period=2026-Q3', 'indicators/12/lines?period=2026-Q3', 'indicators/13'].map(
        async (path) => (await world.http('GET', `/audit/${path}`, { as: nation })).text,
      ),
    );
    expect(texts.join()).toContain('Hộ Trần Văn Bền');
    expect(texts.join()).not.toMatch(new RegExp(`${buyer.buyerAccountId}|buyer-mark|order-mark`));
  });

  it('says how, of when and of what it counted', async () => {
    const answer = await read('indicators/12?period=2026-Q4&province=92');
    expect(answer).toMatchObject({
      number: 12,
      period: '2026-Q4',
      firstDay: '2026-10-01',
      lastDay: '2026-12-31',
      cutOffAt: '2027-01-16T00:00:00.000+07:00',
      provisional: true,
      province: '92',
      target: '100',
      asOf: '2026-11-16T09:00:00.000+07:00',
      method: { version: '12.1' },
    });
    expect((await read('indicators/12?period=2026-Q3')).provisional).toBe(false);
  });

  it('shows every indicator on the board with its figure in the asked scope', async () => {
    await deliver(aDelivery(), aDelivery({ communeCode: '31309', provinceCode: '92' }));
    const rows = async (query: string, as = nation) =>
      (await read(`indicators?period=2026-Q3${query}`, as)).data as Record<string, unknown>[];
    const ofNation = await rows('');
    expect(ofNation.find((row) => row.number === 12)).toMatchObject({
      numerator: 2,
      denominator: 2,
      value: '100.00',
      target: '100',
      measure: 'share',
      unit: 'products',
      provisional: false,
    });
    expect(ofNation.find((row) => row.number === 13)).toMatchObject({ numerator: 0, denominator: 0, value: null, unit: 'parcels' });
    expect((await rows('', ofCanTho)).find((row) => row.number === 12)).toMatchObject({ denominator: 1 });
    // Only those are shown that can answer for a household alone.
    const { householdId } = (await read('indicators/12/lines?period=2026-Q3')).data[0];
    expect((await rows(`&household=${householdId}`)).map((row) => row.number)).toEqual([12]);
    const refused = await world.http('GET', `/audit/indicators/13?household=${householdId}`, { as: nation });
    expect([refused.status, refused.body.code]).toEqual([400, 'indicator.not-cut-so']);
  });

  it('answers for a year to date, a commune, and an official of a commune', async () => {
    await deliver(
      aDelivery({ deliveredAt: '2026-02-01T00:00:00Z' }),
      aDelivery({ deliveredAt: '2026-08-01T00:00:00Z', communeCode: '31309', provinceCode: '92' }),
      aDelivery({ deliveredAt: '2026-08-01T00:00:00Z', communeCode: '31135', provinceCode: '92' }),
    );
    const counted = async (query: string, as = nation) => (await read(`indicators/12?${query}`, as)).denominator;
    expect(await counted('period=2026-Q2-YTD')).toBe(1);
    expect(await counted('period=2026-Q3-YTD')).toBe(3);
    expect(await counted('period=2026-Q3-YTD&province=92')).toBe(2);
    expect(await counted('period=2026-Q3-YTD&province=92&commune=31309')).toBe(1);
    const ofCommune = anActor({ role: 'official', scopeKind: 'commune', scopeId: '31309' });
    const own = await read('indicators/12?period=2026-Q3', ofCommune);
    expect([own.denominator, own.province, own.covers]).toEqual([1, null, [{ code: '31309', name: expect.any(String) }]]);
    expect(await counted('period=2026-Q3&province=92&commune=31309', ofCommune)).toBe(1);
    for (const outside of ['province=92', 'commune=31135', 'province=01&commune=31309', 'version=1', `product=${randomUUID()}`, 'set=27'])
      expect((await world.http('GET', `/audit/indicators/12?${outside}`, { as: ofCommune })).status).toBe(404);
  });

  it('answers an indicator’s breakdown, ranking and trend under one address each', async () => {
    await deliver(
      aDelivery(),
      aDelivery({ communeCode: '31309', provinceCode: '92', lines: [aTradedLine({ label: aLabelWithoutLot() })] }),
      aDelivery({ deliveredAt: '2026-06-01T00:00:00Z' }),
    );
    const { data } = await read('indicators/12/breakdown?by=province&period=2026-Q3');
    expect(data.map(({ code, value }: { code: string; value: string }) => [code, value])).toEqual([
      ['92', '0.00'],
      ['01', '100.00'],
    ]);
    const first = await read('indicators/12/breakdown?by=province&period=2026-Q3&limit=1');
    const second = await read(`indicators/12/breakdown?by=province&period=2026-Q3&limit=1&cursor=${first.next}`);
    expect([first.data[0].code, second.data[0].code, second.next]).toEqual(['92', '01', null]);
    const ranking = (await read('indicators/12/ranking?period=2026-Q3')).data;
    expect(ranking.map(({ code, rank }: { code: string; rank: number }) => [code, rank])).toEqual([
      ['01', 1],
      ['92', 2],
    ]);
    const trend = (await read('indicators/12/trend?period=2026-Q3')).data as { period: string; denominator: number }[];
    expect(trend.map(({ period, denominator }) => [period, denominator]).slice(-2)).toEqual([
      ['2026-Q2', 1],
      ['2026-Q3', 2],
    ]);
    expect(trend[0]!.period).toBe('2024-Q4');
    expect((await world.http('GET', '/audit/indicators/99', { as: nation })).status).toBe(404);
    expect((await world.http('GET', '/audit/indicators/13/breakdown?by=household', { as: nation })).status).toBe(400);
  });

  it('offers the quarters since the first fact of the caller’s area', async () => {
    await deliver(aDelivery({ deliveredAt: '2026-06-30T16:59:59Z' }));
    await tell(ParcelClosed, aClosedParcel({ closedAt: '2026-06-30T17:00:00Z', recipientProvinceCode: '92' }));
    expect((await read('periods')).data).toEqual(['2026-Q4', '2026-Q3', '2026-Q2']);
    expect((await read('periods', ofCanTho)).data).toEqual(['2026-Q4', '2026-Q3']);
  });

  it.each([
    ['period=2026-Q5', 'period.unknown'],
    ['period=9999', 'period.unknown'],
    ['province=Hanoi', 'request.invalid'],
    ['limit=0', 'request.invalid'],
    ['cursor=x', 'request.invalid'],
    [`cursor=${Buffer.from('["x","y","z"]').toString('base64url')}`, 'request.malformed'],
    ['buyer=1', 'request.invalid'],
  ])('refuses %s with a reason', async (query, code) => {
    const { status, body } = await world.http('GET', `/audit/indicators/12/lines?${query}`, { as: nation });
    expect([status, body.code]).toEqual([400, code]);
  });
});

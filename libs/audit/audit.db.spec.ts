import { randomUUID } from 'node:crypto';
import { ParcelClosed } from '@choxa/postal-contract';
import { anActor } from '@choxa/testing';
import { AuditGiven, nation, ofCanTho, ofHanoi } from './audit.factory.js';
import { aClosedParcel, aDelivery, aLabelWithoutLot, aTradedLine } from './facts/events.factory.js';

describe('audit', () => {
  let audit: AuditGiven;

  beforeAll(async () => {
    audit = await AuditGiven.open();
  });
  afterAll(() => audit.world.close());
  beforeEach(() => audit.forget());

  it('shows a province’s official only his own; another province is not found', async () => {
    await audit.deliver(aDelivery(), aDelivery({ communeCode: '31309', provinceCode: '92', householdName: 'Hộ Cần Thơ' }));
    const answers = await Promise.all(
      ['indicators/12', 'indicators/12/lines', 'indicators/13'].map((path) =>
        audit.world.http('GET', `/audit/${path}?province=01`, { as: ofCanTho }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, 'not-found']));
    const own = await audit.read('indicators/12?period=2026-Q3', ofCanTho);
    expect([own.province, own.denominator, own.byProvince.map((row: { code: string }) => row.code)]).toEqual(['92', 1, ['92']]);
    const { data } = await audit.read('indicators/12/lines?period=2026-Q3', ofHanoi);
    expect(data.map((line: { householdName: string }) => line.householdName)).toEqual(['Hộ Trần Văn Bền']);
    expect((await audit.read('indicators/12?period=2026-Q3')).denominator).toBe(2);
    expect((await audit.world.http('GET', '/audit/indicators/12?province=99', { as: nation })).status).toBe(404);
  });

  it('is closed to everybody but officials', async () => {
    const others = [
      undefined,
      anActor(),
      anActor({ role: 'clerk', scopeKind: 'province', scopeId: '92' }),
      anActor({ role: 'admin', scopeKind: 'nation', scopeId: 'VN' }),
    ];
    for (const path of ['periods', 'indicators', 'indicators/12', 'indicators/12/lines', 'indicators/13']) {
      const statuses = await Promise.all(
        others.map(async (as) => (await audit.world.http('GET', `/audit/${path}`, as ? { as } : {})).status),
      );
      expect(statuses).toEqual([401, 403, 403, 403]);
    }
  });
  it('says how, of when and of what it counted', async () => {
    const answer = await audit.read('indicators/12?period=2026-Q4&province=92');
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
    expect((await audit.read('indicators/12?period=2026-Q3')).provisional).toBe(false);
  });

  it('shows every indicator on the board with its figure in the asked scope', async () => {
    await audit.deliver(aDelivery(), aDelivery({ communeCode: '31309', provinceCode: '92' }));
    const rows = async (query: string, as = nation) =>
      (await audit.read(`indicators?period=2026-Q3${query}`, as)).data as Record<string, unknown>[];
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
    const { householdId } = (await audit.read('indicators/12/lines?period=2026-Q3')).data[0];
    expect((await rows(`&household=${householdId}`)).map((row) => row.number)).toEqual([12]);
    const refused = await audit.world.http('GET', `/audit/indicators/13?household=${householdId}`, { as: nation });
    expect([refused.status, refused.body.code]).toEqual([400, 'indicator.not-cut-so']);
  });

  it('answers for a year to date, a commune, and an official of a commune', async () => {
    await audit.deliver(
      aDelivery({ deliveredAt: '2026-02-01T00:00:00Z' }),
      aDelivery({ deliveredAt: '2026-08-01T00:00:00Z', communeCode: '31309', provinceCode: '92' }),
      aDelivery({ deliveredAt: '2026-08-01T00:00:00Z', communeCode: '31135', provinceCode: '92' }),
    );
    const counted = async (query: string, as = nation) => (await audit.read(`indicators/12?${query}`, as)).denominator;
    expect(await counted('period=2026-Q2-YTD')).toBe(1);
    expect(await counted('period=2026-Q3-YTD')).toBe(3);
    expect(await counted('period=2026-Q3-YTD&province=92')).toBe(2);
    expect(await counted('period=2026-Q3-YTD&province=92&commune=31309')).toBe(1);
    const ofCommune = anActor({ role: 'official', scopeKind: 'commune', scopeId: '31309' });
    const own = await audit.read('indicators/12?period=2026-Q3', ofCommune);
    expect([own.denominator, own.province, own.covers]).toEqual([1, null, [{ code: '31309', name: expect.any(String) }]]);
    expect(await counted('period=2026-Q3&province=92&commune=31309', ofCommune)).toBe(1);
    for (const outside of ['province=92', 'commune=31135', 'province=01&commune=31309', 'version=1', `product=${randomUUID()}`, 'set=27'])
      expect((await audit.world.http('GET', `/audit/indicators/12?${outside}`, { as: ofCommune })).status).toBe(404);
  });

  it('answers an indicator’s breakdown, ranking and trend under one address each', async () => {
    await audit.deliver(
      aDelivery(),
      aDelivery({ communeCode: '31309', provinceCode: '92', lines: [aTradedLine({ label: aLabelWithoutLot() })] }),
      aDelivery({ deliveredAt: '2026-06-01T00:00:00Z' }),
    );
    const { data } = await audit.read('indicators/12/breakdown?by=province&period=2026-Q3');
    expect(data.map(({ code, value }: { code: string; value: string }) => [code, value])).toEqual([
      ['92', '0.00'],
      ['01', '100.00'],
    ]);
    const first = await audit.read('indicators/12/breakdown?by=province&period=2026-Q3&limit=1');
    const second = await audit.read(`indicators/12/breakdown?by=province&period=2026-Q3&limit=1&cursor=${first.next}`);
    expect([first.data[0].code, second.data[0].code, second.next]).toEqual(['92', '01', null]);
    const ranking = (await audit.read('indicators/12/ranking?period=2026-Q3')).data;
    expect(ranking.map(({ code, rank }: { code: string; rank: number }) => [code, rank])).toEqual([
      ['01', 1],
      ['92', 2],
    ]);
    const trend = (await audit.read('indicators/12/trend?period=2026-Q3')).data as { period: string; denominator: number }[];
    expect(trend.map(({ period, denominator }) => [period, denominator]).slice(-2)).toEqual([
      ['2026-Q2', 1],
      ['2026-Q3', 2],
    ]);
    expect(trend[0]!.period).toBe('2024-Q4');
    expect((await audit.world.http('GET', '/audit/indicators/99', { as: nation })).status).toBe(404);
    expect((await audit.world.http('GET', '/audit/indicators/13/breakdown?by=household', { as: nation })).status).toBe(400);
  });

  it('offers the quarters since the first fact of the caller’s area', async () => {
    await audit.deliver(aDelivery({ deliveredAt: '2026-06-30T16:59:59Z' }));
    await audit.tell(ParcelClosed, aClosedParcel({ closedAt: '2026-06-30T17:00:00Z', recipientProvinceCode: '92' }));
    expect((await audit.read('periods')).data).toEqual(['2026-Q4', '2026-Q3', '2026-Q2']);
    expect((await audit.read('periods', ofCanTho)).data).toEqual(['2026-Q4', '2026-Q3']);
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
    const { status, body } = await audit.world.http('GET', `/audit/indicators/12/lines?${query}`, { as: nation });
    expect([status, body.code]).toEqual([400, code]);
  });
});

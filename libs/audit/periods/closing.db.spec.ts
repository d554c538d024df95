import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { HouseholdLinked } from '@choxa/households';
import { SellerOrderDelivered, SellerOrderReturned, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql, type EventKind } from '@choxa/platform';
import { ParcelClosed } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aClosedParcel, aDelivery, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule, VerifyPeriods } from '../index.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const second = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const ofCanTho = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });
const IN_CAN_THO = { communeCode: '31309', provinceCode: '92' };

// Promise 27, second half. The mutant e2e/mutants/closed-reads-live.patch must make it fail.
describe('a period that is closed', () => {
  let world: World;

  beforeEach(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterEach(() => world.close());

  async function tell<Data extends object>(kind: EventKind<Data>, ...facts: Data[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const fact of facts) await world.get(Events).publish(tx, kind, fact);
    });
    await world.drain();
  }
  const deliver = (...orders: SellerOrderDeliveredV1[]) => tell(SellerOrderDelivered, ...orders);
  const propose = (reason: string | null = null, period = '2026-Q3', as = nation) =>
    world.http('POST', `/audit/periods/${period}/proposal`, { as, body: { reason } });
  const confirm = (sha256: string, period = '2026-Q3', as = second) =>
    world.http('POST', `/audit/periods/${period}/proposal/confirmation`, { as, body: { sha256 } });
  /** As two officials do it; what is refused already as a proposal is the answer. */
  async function close(period = '2026-Q3', reason: string | null = null) {
    const proposed = await propose(reason, period);
    return proposed.status === 201 ? confirm(proposed.body.sha256, period) : proposed;
  }
  const correct = (reason: string) => close('2026-Q3', reason);
  const read = async (path: string, as = nation) => (await world.http('GET', `/audit/${path}`, { as })).body;
  const figure = async (query: string, number = 12) => {
    const { data } = await read(`indicators?period=2026-Q3${query}`);
    const [row] = data.filter((one: { number: number }) => one.number === number);
    return [row.numerator, row.denominator, row.version];
  };
  const faults = async () => (await world.get(VerifyPeriods).run()).faults;
  /** Somebody with all rights over the database. */
  async function tamper(table: string, text: string) {
    await world.db.transaction(async (tx) => {
      await sql(tx, `alter table audit.${table} disable trigger user`);
      await sql(tx, text);
      await sql(tx, `alter table audit.${table} enable trigger user`);
    });
  }

  it('keeps its figures, to the byte, after orders and returns that come later and when its facts are gone', async () => {
    const [kept, given] = [aDelivery(), aDelivery(IN_CAN_THO)];
    await deliver(kept, given, aDelivery({ lines: [aTradedLine({ label: aLabelWithoutLot() })] }));
    await tell(ParcelClosed, aClosedParcel(), aClosedParcel({ outcome: 'RTD', deliveryPlace: null }));
    expect((await close()).status).toBe(201);
    const before = await world.http('GET', '/audit/periods/2026-Q3/versions/1/document', { as: nation });
    await deliver(aDelivery(), aDelivery(IN_CAN_THO));
    await tell(ParcelClosed, aClosedParcel());
    await tell(SellerOrderReturned, {
      sellerOrderId: given.sellerOrderId,
      returnedAt: '2026-09-01T00:00:00Z',
      lineIds: [given.lines[0]!.lineId],
    });
    expect([await figure(''), await figure('&version=0')]).toEqual([
      [2, 3, 1],
      [3, 4, 0],
    ]);
    expect([await figure('', 13), await figure('&version=0', 13)]).toEqual([
      [1, 2, 1],
      [2, 3, 0],
    ]);
    expect(await figure('&province=92')).toEqual([1, 1, 1]);
    const communes = (await read('indicators/12/breakdown?period=2026-Q3&by=commune', ofCanTho)).data;
    expect(communes).toMatchObject([{ code: '31309', numerator: 1, denominator: 1 }]);
    const operators = (await read('indicators/13/breakdown?period=2026-Q3&by=operator')).data;
    expect(operators).toMatchObject([{ code: 'demo', numerator: 1, denominator: 2 }]);
    await sql(world.db.read, 'delete from audit.traded_line');
    await sql(world.db.read, 'delete from audit.closed_parcel');
    expect(await figure('')).toEqual([2, 3, 1]);
    expect(await world.get(VerifyPeriods).run()).toEqual({ versions: 1, faults: [] });
    expect((await world.http('GET', '/audit/periods/2026-Q3/versions/1/document', { as: nation })).text).toBe(before.text);
  });

  it('shows the lines and labels that counted when it was closed, whatever comes, goes back or is found out later', async () => {
    const [kept, given] = [aDelivery(), aDelivery({ lines: [aTradedLine({ label: aLabelWithoutLot() })] })];
    await deliver(kept, given);
    await close();
    const linesOf = async (query: string) => {
      const { data } = await read(`indicators/12/lines?period=2026-Q3${query}`);
      return data.map(({ lineId, selfDealing }: { lineId: string; selfDealing: boolean }) => `${lineId} ${selfDealing}`).toSorted();
    };
    const product = given.lines[0]!.productId;
    const evidence = async (query = '') => (await read(`indicators/12/products/${product}?period=2026-Q3${query}`)).evidence;
    const [before, labels] = [await linesOf(''), await evidence()];
    expect([before.length, labels.length]).toEqual([2, 1]);
    await deliver(aDelivery(), aDelivery({ lines: [aTradedLine({ productId: product })] }));
    await tell(SellerOrderReturned, {
      sellerOrderId: given.sellerOrderId,
      returnedAt: '2026-09-01T00:00:00Z',
      lineIds: [given.lines[0]!.lineId],
    });
    await tell(HouseholdLinked, { householdId: kept.householdId, links: [{ kind: 'phone', hash: kept.buyerPhoneHash }] });
    expect(await linesOf('')).toEqual(before);
    expect(await evidence()).toEqual(labels);
    const now = await linesOf('&version=0');
    expect([
      now.length,
      now.includes(`${kept.lines[0]!.lineId} true`),
      now.some((line: string) => line.startsWith(given.lines[0]!.lineId)),
    ]).toEqual([3, true, false]);
    expect(await evidence('&version=0')).not.toEqual(labels);
    expect(await faults()).toEqual([]);
    await tamper(
      'period_line',
      `update audit.period_line set self_dealing_ids = line_ids where product_id = '${kept.lines[0]!.productId}'`,
    );
    expect(await faults()).toEqual([{ kind: 'figures', period: '2026-Q3', version: 1 }]);
  });

  it('can be checked by anybody with its bytes, its hash and the published key', async () => {
    await deliver(aDelivery());
    const { sha256, signature, keyId } = (await close()).body;
    const { text, headers } = await world.http('GET', '/audit/periods/2026-Q3/versions/1/document', { as: nation });
    expect(headers['content-type']).toContain('application/json');
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    const { data } = (await world.http('GET', '/signing-keys')).body;
    const key = data.find((one: { keyId: string }) => one.keyId === keyId);
    expect(verify(null, Buffer.from(text), createPublicKey(key.publicKey), Buffer.from(signature, 'base64'))).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      format: 'choxa-period-2',
      period: '2026-Q3',
      version: 1,
      cutOffAt: '2026-10-16T00:00:00.000+07:00',
    });
  });

  it('is proposed and closed once, however many do at the same moment, and not before returns have had their time', async () => {
    world.clock.set(new Date('2026-10-15T16:59:59Z'));
    const early = await propose();
    expect([early.status, early.body.code, early.body.detail]).toEqual([409, 'period.open', '16/10/2026']);
    world.clock.set(new Date('2026-10-15T17:00:00Z'));
    const atOnce = async (ask: () => ReturnType<typeof propose>) => {
      const answers = await Promise.all([1, 2, 3].map(ask));
      return { won: answers.find(({ status }) => status === 201)!.body, others: answers.flatMap(({ body }) => body.code ?? []) };
    };
    const { won, others } = await atOnce(() => propose());
    expect(others).toEqual(['period.proposed', 'period.proposed']);
    expect((await atOnce(() => confirm(won.sha256))).others).toEqual(['period.not-proposed', 'period.not-proposed']);
    expect((await propose()).body.code).toBe('period.closed');
    expect((await close('2026')).body.code).toBe('period.open');
    expect((await close('2026-Q3-YTD')).status).toBe(201);
  });

  it('is a year only behind its quarters since the first fact', async () => {
    world.clock.set(new Date('2027-01-15T17:00:00Z'));
    await deliver(aDelivery());
    await close('2026-Q3');
    const { code, detail } = (await close('2026')).body;
    expect([code, detail]).toEqual(['period.quarters-open', '2026-Q4']);
    expect([(await close('2026-Q4')).status, (await close('2026')).status]).toEqual([201, 201]);
  });

  it('is corrected by a further version with a reason; the older one stays, and both can be compared', async () => {
    expect((await correct('Nhập thiếu bưu gửi')).body.code).toBe('period.not-closed');
    await deliver(aDelivery());
    await close();
    await deliver(aDelivery({ ...IN_CAN_THO, lines: [aTradedLine({ label: aLabelWithoutLot() })] }));
    expect((await correct('ngắn')).status).toBe(400);
    const reason = 'Bưu cục gửi chậm số liệu của tháng 9';
    expect((await correct(reason)).body).toMatchObject({ version: 2, reason });
    expect([await figure(''), await figure('&version=1')]).toEqual([
      [1, 2, 2],
      [1, 1, 1],
    ]);
    const between = await read('periods/2026-Q3/comparison?from=1&to=2');
    expect(between.reason).toBe(reason);
    const was = { numerator: 1, denominator: 1, value: '100.00' };
    expect(between.data).toMatchObject([
      { indicator: 12, kind: 'nation', before: was, after: { numerator: 1, denominator: 2, value: '50.00' }, besideOnly: false },
      { indicator: 12, kind: 'province', code: '92', before: null, after: { numerator: 0, denominator: 1 } },
      { indicator: 12, kind: 'commune', code: '31309', before: null },
    ]);
    const seen = (await read('periods/2026-Q3/comparison?from=1&to=2', ofCanTho)).data;
    expect(seen.map(({ code }: { code: string }) => code)).toEqual(['92', '31309']);
    expect((await read('periods/2026-Q3/comparison?from=2&to=0')).data).toEqual([]);
    expect(await faults()).toEqual([]);
    const [states] = (await read('periods/states')).data.filter(({ period }: { period: string }) => period === '2026-Q3');
    expect([states.state, states.versions.length]).toEqual(['corrected', 2]);
  });

  it('is closed, corrected and handed out whole by the nation’s officials alone', async () => {
    await deliver(aDelivery(IN_CAN_THO));
    expect((await propose(null, '2026-Q3', ofCanTho)).status).toBe(404);
    await close();
    expect((await world.http('GET', '/audit/periods/2026-Q3/versions/1/document', { as: ofCanTho })).status).toBe(404);
    expect((await world.http('GET', '/audit/periods/2026-Q3/versions/2/document', { as: nation })).status).toBe(404);
    expect((await world.http('GET', '/audit/periods/2026-Q3/comparison?from=1&to=2', { as: nation })).status).toBe(404);
    expect((await world.http('GET', '/audit/indicators/12?period=2026-Q3&version=2', { as: nation })).status).toBe(404);
    expect([(await read('periods/states')).mayClose, (await read('periods/states', ofCanTho)).mayClose]).toEqual([true, false]);
    expect((await close('2026-Q9')).body.code).toBe('period.unknown');
    const clerk = anActor({ role: 'clerk', scopeKind: 'province', scopeId: '92' });
    expect((await propose(null, '2026-Q3', clerk)).status).toBe(403);
  });

  it('is found out when somebody changes it in the database, and refuses to be changed by anybody else', async () => {
    await deliver(aDelivery());
    await close();
    for (const text of [`update audit.period_version set reason = 'x'`, 'delete from audit.period_figure', 'truncate audit.period_figure'])
      await expect(sql(world.db.read, text)).rejects.toThrow('append-only');
    await correct('Sửa lần thứ nhất cho đúng');
    const fault = { period: '2026-Q3', version: 2 };
    const document = `replace(document, '"numerator":1', '"numerator":0')`;
    await tamper('period_version', `update audit.period_version set document = ${document} where version = 2`);
    expect(await faults()).toEqual([{ kind: 'hash', ...fault }]);
    await tamper('period_version', `update audit.period_version set sha256 = encode(sha256(document::bytea), 'hex') where version = 2`);
    expect(await faults()).toEqual([{ kind: 'signature', ...fault }]);
    const own = randomUUID().replaceAll('-', '').repeat(2);
    await tamper('period_version', `update audit.period_version set key_id = '${own}' where version = 2`);
    expect(await faults()).toEqual([{ kind: 'signature', ...fault }]);
  });

  it('is found out when its frozen rows are changed, in its figures or beside them', async () => {
    await deliver(aDelivery());
    await close();
    await tamper('product_period', 'update audit.product_period set compliant = false, compliant_lines = 0 where version = 1');
    expect(await faults()).toEqual([{ kind: 'figures', period: '2026-Q3', version: 1 }]);
    await tamper('product_period', 'update audit.product_period set compliant = true, compliant_lines = lines where version = 1');
    expect(await faults()).toEqual([]);
    await tamper('product_period', `update audit.product_period set household_name = 'Hộ khác' where version = 1`);
    expect(await faults()).toEqual([{ kind: 'figures', period: '2026-Q3', version: 1 }]);
  });
});

import { randomUUID } from 'node:crypto';
import { buildS10, isInternalNumber, parseOwnNumber, parseS10 } from '@choxa/standards';
import { Actor, drift, Events, Handles, sql, type EventEnvelope, type EventHandler, type EventKind, type Tx } from '@choxa/platform';
import { placesLib } from '@choxa/places';
import {
  breachesOf,
  ParcelAccepted,
  ParcelClosed,
  ParcelDelivered,
  ParcelRegistered,
  ParcelReturned,
  ParcelStatusChanged,
  PostageQuotes,
  PostingRequested,
  type PostingRequestedV1,
} from '@choxa/postal-contract';
import { anActor, testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { PostalModule, postalLib, SeedPost, type DemoOffice } from './index.js';
import { PostalDatabase } from './postal-database.js';
import { allotNumber } from './operators/allot-number.js';

const FACTS = [ParcelRegistered, ParcelAccepted, ParcelStatusChanged, ParcelDelivered, ParcelReturned, ParcelClosed];
const told: { name: string; data: Record<string, unknown> }[] = [];

class Listener implements EventHandler {
  async handle(_tx: Tx, event: EventEnvelope<object>): Promise<void> {
    told.push({ name: event.name, data: event.data as Record<string, unknown> });
  }
}
/** Somebody who hears everything the post says. */
const listeners = FACTS.map((fact) => {
  const heard = { [`Hear.${fact.name}`]: class extends Listener {} }[`Hear.${fact.name}`]!;
  Handles(fact as EventKind<object>)(heard);
  return heard;
});

const HANOI = '01';
const CAN_THO = '92';
let world: World;
let offices: DemoOffice[];

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: listeners });
  offices = await world.get(SeedPost).run();
});
afterAll(() => world.close());
beforeEach(() => told.splice(0));

const office = (operator: string, provinceCode: string, kind = 'counter') =>
  offices.find((one) => one.operatorCode === `buu-chinh-${operator}` && one.provinceCode === provinceCode && one.kind === kind)!;
const clerkOf = (...of: DemoOffice[]) =>
  anActor(...of.map(({ id }) => ({ role: 'clerk' as const, scopeKind: 'office' as const, scopeId: id })));
const courierOf = ({ id }: DemoOffice) => anActor({ role: 'courier', scopeKind: 'office', scopeId: id });
const key = () => ({ 'idempotency-key': randomUUID() });

function aRequest(change: Partial<PostingRequestedV1> = {}): PostingRequestedV1 {
  return {
    operatorCode: null,
    sender: { name: 'Hộ Nguyễn Thị Mơ', phone: '0912345678', street: 'Ấp Bình An', communeCode: office('cuu-long', CAN_THO).communeCode },
    senderReference: randomUUID(),
    recipient: { name: 'Trần Văn Bình', phone: '0987654321', street: '12 ngõ Sen', communeCode: office('song-hong', HANOI).communeCode },
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

/** As a sender does it: by an event in a transaction of its own. */
async function post(change: Partial<PostingRequestedV1> = {}): Promise<{ number: string; code: string; request: PostingRequestedV1 }> {
  const request = aRequest(change);
  await world.db.transaction((tx) => world.get(Events).publish(tx, PostingRequested, request));
  await world.drain();
  const [{ number }] = await rows<{ number: string }>('select number from postal.parcel where sender_reference = $1', [
    request.senderReference,
  ]);
  const [{ body }] = await rows<{ body: string }>('select body from platform.message where body like $1', [`%${number}%`]);
  return { number, code: /\b\d{6}\b/.exec(body)![0], request };
}
async function rows<T>(text: string, params: unknown[] = []): Promise<[T, ...T[]]> {
  return (await sql<T>(world.db.read, text, params)) as [T, ...T[]];
}

const origin = () => office('song-hong', CAN_THO);
const target = () => office('song-hong', HANOI);
const accept = (number: string, body: object = {}, as: Actor = clerkOf(origin())): Promise<HttpAnswer> =>
  world.http('POST', `/parcels/${number}/acceptance`, { as, headers: key(), body: { weightGrams: 505, ...body } });
const deliver = (number: string, recipientCode: string, body: object = {}, as: Actor = courierOf(target())): Promise<HttpAnswer> =>
  world.http('POST', `/parcels/${number}/delivery`, {
    as,
    headers: key(),
    body: { recipientCode, deliveryPlace: 'address', codCollectedVnd: 120_000, ...body },
  });
function aScan(parcel: string, code: string, change: object = {}) {
  world.clock.advance(60_000);
  return { id: randomUUID(), parcel, code, eventTime: world.clock.now().toISOString(), device: 'may-1', office: target().id, ...change };
}
const record = (scans: object[], as: Actor = clerkOf(target()), headers = key()): Promise<HttpAnswer> =>
  world.http('POST', '/post/scans', { as, headers, body: { scans } });
const stateOf = async (number: string) => (await world.http('GET', `/parcels/${number}`)).body.status as string;

describe('announcing a parcel', () => {
  it('gives it a number, the offices of sender and recipient, and a promised day', async () => {
    const { number, request } = await post();
    expect(parseS10(number)).toMatchObject({ ok: true, indicator: 'EE', country: 'XA' });
    const parcel = (await world.http('GET', `/post/parcels/${number}`, { as: clerkOf(origin()) })).body;
    expect(parcel).toMatchObject({
      senderReference: request.senderReference,
      recipientPhone: '+84987654321',
      state: 'announced',
      codVnd: 120_000,
      weightGrams: 480,
      promisedOn: '2026-11-19',
      currentOffice: null,
      scans: [],
    });
    expect(parcel.originOffice.id).toBe(origin().id);
    expect(parcel.deliveryOffice.id).toBe(target().id);
    expect(told).toEqual([
      {
        name: 'postal.parcel-registered.v1',
        data: { number, senderReference: request.senderReference, operatorCode: 'buu-chinh-song-hong' },
      },
    ]);
  });

  it('registers one parcel when the same request arrives twice, also at once', async () => {
    const request = aRequest();
    await world.db.transaction(async (tx) => {
      for (let times = 0; times < 3; times += 1) await world.get(Events).publish(tx, PostingRequested, request);
    });
    await world.drain();
    const [{ count }] = await rows<{ count: number }>('select count(*) from postal.parcel where sender_reference = $1', [
      request.senderReference,
    ]);
    expect(count).toBe(1);
    expect(told.filter(({ name }) => name === 'postal.parcel-registered.v1')).toHaveLength(1);
  });

  it('tells the recipient the number and the code, and keeps the code only as a hash', async () => {
    const { number, code } = await post();
    const [message] = await rows<{ recipient: string; body: string }>('select recipient, body from platform.message where body like $1', [
      `%${number}%`,
    ]);
    expect(message.recipient).toBe('+84987654321');
    expect(message.body).toContain('Mã nhận hàng');
    expect(message.body).toContain('Delivery code');
    expect(JSON.stringify(told)).not.toContain(code);
    const [kept] = await rows<{ text: string }>('select delivery_code::text as text from postal.delivery_code where parcel_number = $1', [
      number,
    ]);
    expect(kept.text).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('numbers an operator without S10 numbers by its own prefix', async () => {
    const { number } = await post({ operatorCode: 'buu-chinh-cuu-long' });
    expect(parseOwnNumber(number, 'CLX')).toMatchObject({ ok: true });
  });

  it('lets the recipient’s province choose the operator when the sender names none', async () => {
    const { number } = await post({ recipient: { ...aRequest().recipient, communeCode: office('cuu-long', CAN_THO).communeCode } });
    expect(number.startsWith('CLX')).toBe(true);
  });

  it('never allots a number twice to 32 rivals', async () => {
    const [{ id }] = await rows<{ id: string }>(`select id from postal.operator where code = 'buu-chinh-truong-son'`);
    const db = world.get(PostalDatabase);
    const numbers = await Promise.all(
      Array.from({ length: 32 }, () => db.transaction(async (tx) => Promise.all([allotNumber(tx, id), allotNumber(tx, id)]))),
    );
    const all = numbers.flat();
    expect(new Set(all).size).toBe(64);
    for (const number of all) expect(parseS10(number)).toMatchObject({ ok: true, number });
  });
});

describe('acceptance at the counter', () => {
  it('weighs, checks the packs in any code length, and books the cash to collect', async () => {
    const { number, request } = await post();
    told.splice(0);
    const { status, body } = await accept(number, { checkedCodes: ['8938500000010', '4006381333931'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'accepted', weightGrams: 505 });
    expect(body.contents.map((line: { checked: string }) => line.checked)).toEqual(['matches', 'other_code']);
    expect(body.scans.map((scan: { code: string }) => scan.code)).toEqual(['EMA']);
    await world.drain();
    expect(told.find(({ name }) => name === 'postal.parcel-accepted.v1')!.data).toMatchObject({
      number,
      senderReference: request.senderReference,
      weightGrams: 505,
      checks: [
        { code14: '08938500000010', result: 'matches' },
        { code14: '00400000000015', result: 'other_code' },
      ],
    });
    expect(await ledger(number)).toEqual({ recipient: 120_000, sender: -120_000 });
  });

  it('leaves the check open when nobody scanned the packs', async () => {
    const { number } = await post();
    const { body } = await accept(number);
    expect(body.contents.map((line: { checked: string | null }) => line.checked)).toEqual([null, null]);
  });

  it('happens once', async () => {
    const { number } = await post();
    const headers = key();
    const send = () =>
      world.http('POST', `/parcels/${number}/acceptance`, { as: clerk, headers, body: { weightGrams: 505, checkedCodes: [] } });
    const clerk = clerkOf(origin());
    const first = await send();
    expect((await send()).text).toBe(first.text);
    expect(await accept(number)).toMatchObject({ status: 409, body: { code: 'parcel.accepted-already' } });
    expect((await rows('select 1 from postal.scan where parcel_number = $1', [number])).length).toBe(1);
  });

  it('belongs to the office of acceptance: for another office, a courier or another operator the parcel is not there', async () => {
    const { number } = await post();
    for (const as of [clerkOf(target()), clerkOf(office('cuu-long', CAN_THO))])
      expect(await accept(number, {}, as)).toMatchObject({ status: 404, body: { code: 'parcel.unknown' } });
    expect((await accept(number, {}, courierOf(origin()))).status).toBe(403);
    expect((await accept('EE999999999XA')).body.code).toBe('parcel.unknown');
  });

  it('needs an Idempotency-Key', async () => {
    const { number } = await post();
    const answer = await world.http('POST', `/parcels/${number}/acceptance`, { as: clerkOf(origin()), body: { weightGrams: 1 } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.required' } });
  });
});

describe('scans', () => {
  it('carry a parcel over a hub to the door', async () => {
    const { number } = await post();
    await accept(number);
    const hub = office('song-hong', '37', 'hub');
    const { status, body } = await record(
      [aScan(number, 'EDD', { office: hub.id }), aScan(number, 'EDE', { office: hub.code }), aScan(number, 'EMG'), aScan(number, 'EDG')],
      clerkOf(hub, target()),
    );
    expect(status).toBe(200);
    expect(body.results.map((result: { outcome: string }) => result.outcome)).toEqual(Array(4).fill('accepted'));
    await world.drain();
    expect(told.filter(({ name }) => name === 'postal.parcel-status-changed.v1').map(({ data }) => data.state)).toEqual([
      'accepted',
      'out_for_delivery',
    ]);
    expect(await stateOf(number)).toBe('out_for_delivery');
  });

  it('are kept once when a batch is sent again, and answered byte for byte under the same key', async () => {
    const { number } = await post();
    await accept(number);
    const scans = [aScan(number, 'EMG'), aScan(number, 'EDG')];
    const [clerk, headers] = [clerkOf(target()), key()];
    const first = await record(scans, clerk, headers);
    expect((await record(scans, clerk, headers)).text).toBe(first.text);
    const again = await record(scans, clerk);
    expect(again.body.results.map((result: { outcome: string }) => result.outcome)).toEqual(['duplicate', 'duplicate']);
    expect(await rows('select 1 from postal.scan where parcel_number = $1', [number])).toHaveLength(3);
  });

  it('are judged one by one: a wrong one says why and does not stop the others', async () => {
    const { number } = await post();
    await accept(number);
    const good = aScan(number, 'EMG');
    const { body } = await record([
      { ...good, id: 'not-a-uuid' },
      aScan('EE000000000XA', 'EMG'),
      aScan(number, 'EMX'),
      aScan(number, 'EMA'),
      aScan(number, 'EMI'),
      aScan(number, 'EMH'),
      aScan(number, 'EMG', { office: origin().id }),
      aScan(number, 'EMG', { eventTime: '2027-11-16T09:00:00Z' }),
      good,
    ]);
    expect(body.results.map((result: { code: string | null }) => result.code)).toEqual([
      'scan.malformed',
      'scan.parcel-unknown',
      'scan.code-unknown',
      'scan.acceptance-needed',
      'scan.proof-needed',
      'scan.reason-needed',
      'scan.office-unknown',
      'scan.clock-far-off',
      null,
    ]);
    expect(body.results.every((result: { detail: string | null; code: string | null }) => !result.code || result.detail)).toBe(true);
    expect(await stateOf(number)).toBe('at_delivery_office');
  });

  it('arriving late and out of sequence leave the parcel where its history says', async () => {
    const { number } = await post();
    await accept(number);
    const [arrived, out, failed] = [
      aScan(number, 'EMG'),
      aScan(number, 'EDG'),
      aScan(number, 'EMH', { reason: 'absent', nextAction: 'retry' }),
    ];
    await record([failed]);
    await record([arrived]);
    await record([out]);
    expect(await stateOf(number)).toBe('attempt_failed');
    expect(await rows('select reason, next_action from postal.attempt where parcel_number = $1', [number])).toEqual([
      { reason: 'absent', next_action: 'retry' },
    ]);
  });

  it('from a clock that is ahead are kept and marked', async () => {
    const { number } = await post();
    await accept(number);
    const ahead = new Date(world.clock.now().getTime() + 48 * 3_600_000).toISOString();
    await record([aScan(number, 'EMG', { eventTime: ahead })]);
    expect(await rows('select from_the_future from postal.scan where parcel_number = $1 and code = $2', [number, 'EMG'])).toEqual([
      { from_the_future: true },
    ]);
  });

  it('with the id of another scan are refused', async () => {
    const { number } = await post();
    await accept(number);
    const scan = aScan(number, 'EMG');
    await record([scan]);
    expect((await record([{ ...scan, code: 'EDF' }])).body.results[0].code).toBe('scan.id-reused');
  });

  it('of another operator’s parcel find nothing', async () => {
    const { number } = await post();
    const stranger = office('cuu-long', HANOI);
    const { body } = await record([aScan(number, 'EDD', { office: stranger.id })], clerkOf(stranger));
    expect(body.results[0].code).toBe('scan.parcel-unknown');
    // Working for both does not help: the scan is made at an office of the other operator.
    const both = await record([aScan(number, 'EDD', { office: stranger.id })], clerkOf(stranger, target()));
    expect(both.body.results[0].code).toBe('scan.parcel-unknown');
  });

  it('refuse a batch of 501', async () => {
    const scan = aScan('EE000000000XA', 'EMG');
    expect((await record(Array.from({ length: 501 }, () => scan))).status).toBe(400);
  });
});

describe('delivery', () => {
  async function outForDelivery(change: Partial<PostingRequestedV1> = {}) {
    const posted = await post(change);
    await accept(posted.number);
    await record([aScan(posted.number, 'EMG'), aScan(posted.number, 'EDG')]);
    await world.drain();
    told.splice(0);
    return posted;
  }

  it('with the recipient’s code closes the parcel and books the cash in one step', async () => {
    const { number, code, request } = await outForDelivery();
    const courier = courierOf(target());
    const { status, body } = await deliver(number, code, {}, courier);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'delivered', deliveryPlace: 'address', attempts: 1 });
    await world.drain();
    expect(told.map(({ name }) => name).sort()).toEqual([
      'postal.parcel-closed.v1',
      'postal.parcel-delivered.v1',
      'postal.parcel-status-changed.v1',
    ]);
    expect(told.find(({ name }) => name === 'postal.parcel-delivered.v1')!.data).toMatchObject({
      number,
      senderReference: request.senderReference,
      deliveryPlace: 'address',
      codCollectedVnd: 120_000,
    });
    expect(told.find(({ name }) => name === 'postal.parcel-closed.v1')!.data).toMatchObject({
      outcome: 'EMI',
      deliveryPlace: 'address',
      recipientProvinceCode: HANOI,
      attempts: 1,
    });
    expect(await ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
    expect(await rows('select holder_id from postal.cod_entry where parcel_number = $1 and account = $2', [number, 'cash'])).toEqual([
      { holder_id: courier.accountId },
    ]);
  });

  it('happens once, whoever rivals', async () => {
    const { number, code } = await outForDelivery();
    const answers = await Promise.all(Array.from({ length: 8 }, () => deliver(number, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
  });

  it('evaluates five wrong codes and then none, not even the right one', async () => {
    const { number, code } = await outForDelivery();
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 12 }, () => deliver(number, wrong)));
    expect(guesses.filter((answer) => answer.status === 422 && answer.body.code === 'proof.code-wrong')).toHaveLength(5);
    expect(guesses.filter((answer) => answer.status === 423)).toHaveLength(7);
    expect(await deliver(number, code)).toMatchObject({ status: 423, body: { code: 'proof.locked' } });
    expect(await stateOf(number)).toBe('out_for_delivery');
    expect(await ledger(number)).toEqual({ recipient: 120_000, sender: -120_000 });
  });

  it('does not count the same wrong request twice', async () => {
    const { number, code } = await outForDelivery();
    const headers = key();
    const as = courierOf(target());
    const body = { recipientCode: code === '000000' ? '000001' : '000000', deliveryPlace: 'address', codCollectedVnd: 120_000 };
    for (let times = 0; times < 3; times += 1)
      expect((await world.http('POST', `/parcels/${number}/delivery`, { as, headers, body })).body.code).toBe('proof.code-wrong');
    expect(await rows('select tries from postal.delivery_code where parcel_number = $1', [number])).toEqual([{ tries: 1 }]);
  });

  it('takes the whole amount or nothing', async () => {
    const { number, code } = await outForDelivery();
    expect(await deliver(number, code, { codCollectedVnd: 119_999 })).toMatchObject({ status: 422, body: { code: 'cod.amount-differs' } });
    expect(await rows('select tries from postal.delivery_code where parcel_number = $1', [number])).toEqual([{ tries: 0 }]);
  });

  it('is not possible before acceptance, nor on the way back', async () => {
    const { number, code } = await post();
    expect((await deliver(number, code)).body.code).toBe('parcel.not-accepted');
    await accept(number);
    await record([aScan(number, 'RTS')]);
    expect((await deliver(number, code)).body.code).toBe('parcel.returning');
  });

  it('cannot be undone by a scan that arrives late', async () => {
    const { number, code } = await outForDelivery();
    const late = aScan(number, 'RTS');
    await deliver(number, code);
    expect((await record([late])).body.results[0].code).toBe('scan.parcel-closed');
    expect(await stateOf(number)).toBe('delivered');
  });

  it('failed and sent back makes the due zero', async () => {
    const { number, request } = await outForDelivery();
    await record([aScan(number, 'EMH', { reason: 'refused', nextAction: 'return_to_sender' }), aScan(number, 'RTS')]);
    await record([aScan(number, 'RTD', { office: origin().id })], clerkOf(origin()));
    await world.drain();
    expect(told.find(({ name }) => name === 'postal.parcel-returned.v1')!.data).toMatchObject({
      number,
      senderReference: request.senderReference,
    });
    expect(told.find(({ name }) => name === 'postal.parcel-closed.v1')!.data).toMatchObject({
      outcome: 'RTD',
      deliveryPlace: null,
      attempts: 1,
    });
    expect(await ledger(number)).toEqual({ recipient: 0, sender: 0 });
  });

  it('of a parcel without cash books nothing', async () => {
    const { number, code } = await outForDelivery({ codVnd: 0 });
    expect((await deliver(number, code, { codCollectedVnd: 0, deliveryPlace: 'shared_box' })).status).toBe(200);
    expect(await ledger(number)).toEqual({});
  });
});

describe('what is told', () => {
  it('keeps to the contract', async () => {
    const { number, code } = await post();
    await accept(number, { checkedCodes: ['8938500000010'] });
    await deliver(number, code);
    const back = await post();
    await accept(back.number);
    await record([aScan(back.number, 'RTS'), aScan(back.number, 'RTD')]);
    await world.drain();
    expect(new Set(told.map(({ name }) => name))).toEqual(new Set(FACTS.map((fact) => fact.name)));
    for (const { name, data } of told)
      expect([name, breachesOf(FACTS.find((fact) => fact.name === name)! as never, data)]).toEqual([name, []]);
  });
});

describe('what is written', () => {
  it('scans, attempts and bookings can be neither changed nor deleted, not even by the owner', async () => {
    const { number } = await post();
    await accept(number);
    const own = world.get(PostalDatabase);
    for (const table of ['scan', 'cod_entry']) {
      const change = `update postal.${table} set parcel_number = parcel_number where parcel_number = $1`;
      await expect(own.read.query(change, [number])).rejects.toThrow(/permission denied/);
      await expect(world.db.read.query(change, [number])).rejects.toThrow(/append-only/);
      await expect(world.db.read.query(`delete from postal.${table} where parcel_number = $1`, [number])).rejects.toThrow(/append-only/);
    }
  });

  it('a journal that does not sum to zero is refused at commit', async () => {
    const { number } = await post();
    const half = world.db.transaction((tx) =>
      tx.query(
        `insert into postal.cod_entry (id, journal_id, parcel_number, step, account, amount_vnd, booked_at)
         values (gen_random_uuid(), gen_random_uuid(), $1, 'due', 'recipient', 5, now())`,
        [number],
      ),
    );
    await expect(half).rejects.toThrow(/does not sum to zero/);
  });

  it('tables are what the entities say', async () => {
    expect(await drift(world.config.databaseUrl, [postalLib])).toEqual([]);
  });
});

describe('a quote', () => {
  const ask = (change: object = {}) =>
    world.get(PostageQuotes).quote({
      fromCommuneCode: origin().communeCode,
      toProvinceCode: HANOI,
      weightGrams: 480,
      codVnd: 0,
      ...change,
    });

  it('names price, days and the operator that will carry', async () => {
    expect(await ask()).toEqual({ status: 'quoted', postageVnd: 28_000, days: 3, operatorCode: 'buu-chinh-song-hong' });
    expect(await ask({ codVnd: 1, weightGrams: 501 })).toMatchObject({ postageVnd: 28_000 + 11_000 + 8_000 });
    expect(await ask({ fromCommuneCode: target().communeCode })).toMatchObject({ postageVnd: 16_000, days: 1 });
  });

  it('is unavailable for a parcel nobody carries and a place nobody knows', async () => {
    for (const change of [{ weightGrams: 30_001 }, { toProvinceCode: '99' }, { fromCommuneCode: '99999' }])
      expect(await ask(change)).toEqual({ status: 'unavailable' });
  });
});

describe('public tracking', () => {
  it('shows five steps, status and provinces', async () => {
    const { number, code } = await post();
    await accept(number);
    await record([aScan(number, 'EMG'), aScan(number, 'EDG')]);
    const { body } = await world.http('GET', `/parcels/${number.toLowerCase()}`);
    expect(body).toMatchObject({ number, step: 4, status: 'out_for_delivery', nextStep: 'delivered', toProvince: expect.any(String) });
    expect(body.steps.map((step: { key: string; reachedAt: string | null }) => [step.key, step.reachedAt !== null])).toEqual([
      ['announced', true],
      ['accepted', true],
      ['in_transit', true],
      ['out_for_delivery', true],
      ['delivered', false],
    ]);
    expect(body.events.map((event: { code: string }) => event.code)).toEqual(['EMA', 'EMG', 'EDG']);
    await deliver(number, code);
    expect((await world.http('GET', `/parcels/${number}`)).body).toMatchObject({ step: 5, nextStep: null, expectedOn: null });
  });

  it('shows nobody’s name, phone, street or money, whatever happened', async () => {
    const { number, code } = await post();
    await accept(number);
    await record([aScan(number, 'EDG'), aScan(number, 'EMH', { reason: 'refused' })]);
    const check = async () => {
      const { text } = await world.http('GET', `/parcels/${number}`);
      for (const secret of ['Mơ', 'Bình', '912345678', '987654321', 'ngõ Sen', 'Ấp', '120000', '120.000', code, 'Cà phê', 'refused', '505'])
        expect(text).not.toContain(secret);
    };
    await check();
    await deliver(number, code);
    await check();
  });

  it('answers the same for a number never used and one that cannot be', async () => {
    const unused = await world.http('GET', `/parcels/${buildS10({ indicator: 'ZZ', serial: 1, country: 'XA' })}`);
    const absurd = await world.http('GET', '/parcels/không-có');
    expect(unused).toMatchObject({ status: 404, body: { code: 'parcel.unknown' } });
    expect({ ...absurd.body, requestId: '' }).toEqual({ ...unused.body, requestId: '' });
    expect((await world.http('GET', '/parcels/EE000000000XA/events')).status).toBe(404);
  });

  it('streams each change and ends with the journey', async () => {
    const { number, code } = await post();
    await accept(number);
    const response = await fetch(`${world.url}/api/v1/parcels/${number}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    setTimeout(() => void deliver(number, code), 300);
    const statuses = (await response.text()).matchAll(/event: status\ndata: (.*)\n/g);
    expect([...statuses].map(([, json]) => JSON.parse(json!).status)).toEqual(['accepted', 'delivered']);
  });
});

describe('several operators', () => {
  it('never see each other: lists, details and offices carry no foreign marker', async () => {
    const marker = (name: string, operatorCode: string) =>
      post({ operatorCode, sender: { ...aRequest().sender, name }, recipient: { ...aRequest().recipient, name } });
    const red = await marker('MARKER-RED', 'buu-chinh-song-hong');
    const blue = await marker('MARKER-BLUE', 'buu-chinh-cuu-long');
    const staff = { red: clerkOf(office('song-hong', CAN_THO)), blue: clerkOf(office('cuu-long', CAN_THO)) };
    for (const [mine, own, foreign] of [
      ['red', red, blue],
      ['blue', blue, red],
    ] as const) {
      const other = mine === 'red' ? 'BLUE' : 'RED';
      const list = await world.http('GET', '/post/parcels?limit=100', { as: staff[mine] });
      expect(list.text).toContain(`MARKER-${mine.toUpperCase()}`);
      expect(list.text).not.toContain(`MARKER-${other}`);
      expect((await world.http('GET', `/post/parcels/${own.number}`, { as: staff[mine] })).status).toBe(200);
      expect((await world.http('GET', `/post/parcels/${foreign.number}`, { as: staff[mine] })).status).toBe(404);
      const filtered = await world.http('GET', `/post/parcels?office=${office(mine === 'red' ? 'cuu-long' : 'song-hong', CAN_THO).id}`, {
        as: staff[mine],
      });
      expect(filtered.body.data).toEqual([]);
      const shown = (await world.http('GET', '/post/offices', { as: staff[mine] })).body.data as { operatorCode: string }[];
      expect(shown.map((one) => one.operatorCode)).toEqual([mine === 'red' ? 'buu-chinh-song-hong' : 'buu-chinh-cuu-long']);
    }
  });

  it('pages through a list without a gap or a repeat', async () => {
    const as = clerkOf(origin());
    const whole = (await world.http('GET', '/post/parcels?limit=100', { as })).body.data.map((parcel: { number: string }) => parcel.number);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: HttpAnswer = await world.http('GET', `/post/parcels?limit=7${cursor && `&cursor=${cursor}`}`, { as });
      paged.push(...body.data.map((parcel: { number: string }) => parcel.number));
      cursor = body.next;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('need the staff of an office', async () => {
    for (const path of ['/post/parcels', '/post/offices', '/post/parcels/EE000000000XA']) {
      expect((await world.http('GET', path)).status).toBe(401);
      expect(
        (await world.http('GET', path, { as: anActor({ role: 'household', scopeKind: 'household', scopeId: randomUUID() }) })).status,
      ).toBe(403);
    }
  });
});

describe('the invented operators of the demo', () => {
  it('have offices in all provinces, and setting them up again changes nothing', async () => {
    expect(new Set(offices.map((one) => one.provinceCode)).size).toBe(34);
    const again = await world.get(SeedPost).run();
    expect(again).toEqual(offices);
    expect(isInternalNumber('0400000000015')).toBe(true);
  });
});

async function ledger(number: string): Promise<Record<string, number>> {
  const entries = await rows<{ account: string; balance: number }>(
    'select account, sum(amount_vnd)::bigint as balance from postal.cod_entry where parcel_number = $1 group by account',
    [number],
  );
  expect(entries.reduce((sum, entry) => sum + entry.balance, 0)).toBe(0);
  return Object.fromEntries(entries.map(({ account, balance }) => [account, balance]));
}

import { randomUUID } from 'node:crypto';
import { anActor, testWorld, type World } from '@choxa/testing';
import type { Actor } from '@choxa/platform';
import { placesLib, PlacesModule } from '@choxa/places';
import { bookReversed } from '../cod/cod-ledger.js';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

const COD = 120_000;

describe('cash that is paid out in batches', () => {
  let world: World;
  let given: GivenPost;
  let [one, other] = [] as Actor[] as [Actor, Actor];

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule] });
    given = await GivenPost.in(world, anActor);
    [one, other] = [given.managerOf(given.target), given.managerOf(given.target)];
  }, 90_000);
  afterAll(() => world.close());

  const phone = () => `0913${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`;
  const delivered = async (senderPhone = phone(), name = 'Nguyễn Thị Mơ') => {
    const parcel = await given.outForDelivery({ sender: { ...given.aRequest().sender, phone: senderPhone, name } });
    const answer = await given.deliver(parcel.number, parcel.code);
    if (answer.status !== 200) throw new Error(answer.text);
    return parcel.number;
  };
  const today = () => world.clock.now().toISOString().slice(0, 10);
  const make = (as = one, cutOff = today(), headers = aKey()) =>
    world.http('POST', '/post/payout-batches', { as, headers, body: { cutOff } });
  const act = (id: string, what: string, as = other) => world.http('POST', `/post/payout-batches/${id}/${what}`, { as });
  const read = async (id: string, as = one) => (await world.http('GET', `/post/payout-batches/${id}`, { as })).body;
  const settle = (lineId: string, body: object, as = one) => world.http('POST', `/post/payout-lines/${lineId}/settlement`, { as, body });
  const confirmed = async () => {
    const { id } = (await make()).body;
    await act(id, 'confirmation');
    return read(id);
  };
  const remit = (number: string, reference: string) =>
    world.http('POST', '/post/cod-remittances', {
      as: given.clerkOf(given.origin),
      headers: aKey(),
      body: { reference, parcels: [number] },
    });
  const paidTimes = async (number: string) =>
    (await given.rows(`select from postal.cod_entry where parcel_number = $1 and step = 'remitted' and account = 'sender'`, [number]))
      .length;
  const send = (id: string, file: string) =>
    world.http('POST', `/post/payout-batches/${id}/statement`, {
      as: one,
      headers: { 'content-type': 'multipart/form-data; boundary=ranh' },
      body: Buffer.from(`--ranh\r\ncontent-disposition: form-data; name="file"; filename="nh.csv"\r\n\r\n${file}\r\n--ranh--\r\n`),
    });

  it('is a line for each sender until the cut-off day, confirmed by a second person, and booked when the bank has paid', async () => {
    const sender = phone();
    const numbers = [await delivered(sender), await delivered(sender)].toSorted();
    const alone = await delivered();
    expect((await make(one, '2026-01-01')).body.code).toBe('payout.nothing-due');
    const key = aKey();
    const { status, body, text } = await make(one, today(), key);
    expect(status).toBe(201);
    expect((await make(one, today(), key)).text).toBe(text);
    const draft = await read(body.id);
    expect(draft).toMatchObject({ state: 'draft', own: true, parcels: 3, lines: 2, linesPaid: 0, collectedVnd: 3 * COD });
    expect(draft.reference).toMatch(/^DOT\d{10}$/);
    expect(draft.entries.map(({ parcels }: { parcels: string[] }) => parcels)).toEqual([numbers, [alone]]);
    const [line] = draft.entries;
    expect(line).toMatchObject({ reference: `${draft.reference}-0001`, collectedVnd: 2 * COD, paidVnd: 2 * COD - line.postageVnd });
    expect(line.postageVnd).toBeGreaterThan(0);
    expect((await settle(line.id, { outcome: 'paid' })).body.code).toBe('payout.not-confirmed');
    expect((await act(body.id, 'confirmation', one)).body.code).toBe('payout.second-person');
    expect([(await act(body.id, 'confirmation')).status, (await act(body.id, 'confirmation')).status]).toEqual([204, 204]);
    expect((await act(body.id, 'withdrawal')).body.code).toBe('payout.closed');
    expect(await paidTimes(alone)).toBe(0);
    expect([(await settle(line.id, { outcome: 'paid' })).status, (await settle(line.id, { outcome: 'paid' })).status]).toEqual([204, 204]);
    for (const number of numbers) expect(await given.ledger(number)).toMatchObject({ sender: 0, cash: COD });
    expect(await given.rows('select paid_vnd as paid from postal.cod_remittance where reference = $1', [line.reference])).toEqual([
      { paid: line.paidVnd },
    ]);
    expect((await settle(line.id, { outcome: 'failed', reason: 'Sai tài khoản' })).body.code).toBe('payout.settled');
    expect((await settle(draft.entries[1].id, { outcome: 'failed', reason: 'Sai tài khoản' })).status).toBe(204);
  });

  it('is due again where the money did not arrive, and where a draft is taken back', async () => {
    const number = await delivered();
    const { entries } = await confirmed();
    const line = entries.find(({ parcels }: { parcels: string[] }) => parcels.includes(number));
    expect((await remit(number, `TAY-${randomUUID()}`.slice(0, 30))).body.code).toBe('cod.in-batch');
    expect((await settle(line.id, { outcome: 'failed' })).body.code).toBe('payout.reason-needed');
    expect((await settle(line.id, { outcome: 'failed', reason: 'Tài khoản đã đóng' })).status).toBe(204);
    const { id } = (await make()).body;
    expect((await read(id)).entries.flatMap(({ parcels }: { parcels: string[] }) => parcels)).toContain(number);
    expect((await act(id, 'withdrawal')).status).toBe(204);
    expect((await remit(number, `TAY-${randomUUID()}`.slice(0, 30))).status).toBe(201);
  });

  it('is not confirmed for a delivery that was taken back; after that none is taken back', async () => {
    const [number, kept] = [await delivered(), await delivered()];
    const { id } = (await make()).body;
    const undo = (parcel: string) =>
      world.get(PostalDatabase).transaction((tx) => bookReversed(tx, parcel, 'collected', world.clock.now()));
    await undo(number);
    expect((await act(id, 'confirmation')).body.code).toBe('payout.changed');
    await act(id, 'withdrawal');
    await confirmed();
    await expect(undo(kept)).rejects.toMatchObject({ code: 'cod.remitted-already' });
  });

  it('goes to the bank as a file in which nothing is a formula, and is settled by the bank’s list', async () => {
    const [paid, failed] = [await delivered(phone(), '=1+1'), await delivered()];
    const { id } = (await make()).body;
    expect((await world.http('GET', `/post/payout-batches/${id}/bank.csv`, { as: one })).body.code).toBe('payout.not-confirmed');
    await act(id, 'confirmation');
    const { text } = await world.http('GET', `/post/payout-batches/${id}/bank.csv`, { as: one });
    expect(text).toContain(`'=1+1`);
    expect((await world.http('GET', `/post/payout-batches/${id}/bank.xlsx`, { as: one })).status).toBe(200);
    const { entries } = await read(id);
    const of = (number: string) => entries.find(({ parcels }: { parcels: string[] }) => parcels.includes(number));
    const list = [
      'Ngày,Nội dung,Số tiền,Trạng thái',
      `26/11/2026,TRA ${of(paid).reference.replace('-', '')},"-${of(paid).paidVnd}",OK`,
      `26/11/2026,TRA ${of(failed).reference},${of(failed).paidVnd},Không thành công`,
      `26/11/2026,TRA ${of(failed).reference},1,OK`,
      '26/11/2026,Phí,11000,OK',
    ].join('\n');
    const first = await send(id, list);
    expect([first.status, first.body]).toEqual([
      200,
      { paid: 1, failed: 1, known: 0, odd: [{ row: 4, reference: of(failed).reference, outcome: 'amount_differs' }] },
    ]);
    expect((await send(id, list)).body).toMatchObject({ paid: 0, failed: 0, known: 2 });
    expect([await paidTimes(paid), await paidTimes(failed)]).toEqual([1, 0]);
  });

  // Promise 9 at the pay-out; the mutant payout-batch-ignored.patch must make this file fail.
  it('is never paid twice for one parcel, with 40 rivals', async () => {
    const numbers = [await delivered(), await delivered(), await delivered(), await delivered()];
    const rivals = Array.from({ length: 40 }, (_, n) =>
      n % 2 ? make(n % 4 === 1 ? one : other) : remit(numbers[(n / 2) % 4]!, `DUA-${n}-${randomUUID()}`.slice(0, 40)),
    );
    const answers = await Promise.all(rivals);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { data } = (await world.http('GET', '/post/payout-batches?limit=100', { as: one })).body;
    for (const batch of data.filter(({ state }: { state: string }) => state === 'draft')) {
      await act(batch.id, 'confirmation', batch.own ? other : one);
      for (const { id } of (await read(batch.id)).entries)
        await Promise.all([settle(id, { outcome: 'paid' }), settle(id, { outcome: 'paid' }, other)]);
    }
    for (const number of numbers) expect(await paidTimes(number)).toBe(1);
    expect(await given.rows('select journal_id from postal.cod_entry group by journal_id having sum(amount_vnd) <> 0')).toEqual([]);
  });

  it('is nobody’s but the operator’s managers’', async () => {
    await delivered();
    const { id } = (await make()).body;
    const foreign = given.managerOf(given.office('cuu-long', CAN_THO));
    expect((await world.http('GET', `/post/payout-batches/${id}`, { as: foreign })).body.code).toBe('payout.unknown');
    expect((await world.http('GET', '/post/payout-batches', { as: foreign })).body).toMatchObject({ data: [], waiting: { parcels: 0 } });
    expect((await act(id, 'confirmation', foreign)).body.code).toBe('payout.unknown');
    const [line] = (await read(id)).entries;
    expect((await settle(line.id, { outcome: 'paid' }, foreign)).body.code).toBe('payout.unknown');
    expect((await make(given.clerkOf(given.target))).status).toBe(403);
  });
});

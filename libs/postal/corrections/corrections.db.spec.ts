import { placesLib } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { ParcelDelivered, ParcelReopened, ParcelStatusChanged } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { GivenPost, HANOI } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

// Promise 13. The mutants e2e/mutants/undelivered-alone.patch and scan-rewritten.patch must make it fail.
let world: World;
let given: GivenPost;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());
beforeEach(() => facts.forget());

const REASON = 'Quét nhầm bưu gửi bên cạnh';
const declare = (scanId: string, as: Actor, reason = REASON) =>
  world.http('POST', `/post/scans/${scanId}/correction`, { as, body: { reason } });
const answer = (id: string, how: 'confirmation' | 'refusal', as: Actor) => world.http('POST', `/post/corrections/${id}/${how}`, { as });
const waiting = async (as: Actor) => (await world.http('GET', '/post/corrections', { as })).body.data as { id: string; own: boolean }[];
const scanOf = async (number: string, code: string) => {
  const [scan] = await given.rows<{ id: string }>('select id from postal.scan where parcel_number = $1 and code = $2', [number, code]);
  return scan!.id;
};
const clerk = () => given.clerkOf(given.target);

async function delivered() {
  const parcel = await given.outForDelivery();
  expect((await given.deliver(parcel.number, parcel.code)).status).toBe(200);
  return { ...parcel, scanId: await scanOf(parcel.number, 'EMI') };
}

describe('a scan that was wrong', () => {
  it('is passed over once somebody declares it, and stays in the history beside the declaration', async () => {
    const { number } = await given.accepted();
    const wrong = given.aScan(number, 'EMH', { reason: 'absent', nextAction: 'retry' });
    await given.record([given.aScan(number, 'EDG'), wrong]);
    const one = clerk();
    expect(await declare(wrong.id, one)).toMatchObject({ status: 200, body: { code: 'EMH', secondPerson: false, reason: REASON } });
    expect(await given.stateOf(number)).toBe('out_for_delivery');
    expect(await given.rows('select code from postal.scan where id = $1', [wrong.id])).toEqual([{ code: 'EMH' }]);
    expect(await given.rows('select reason, declared_by, confirmed_by from postal.scan_correction where scan_id = $1', [wrong.id])).toEqual(
      [{ reason: REASON, declared_by: one.accountId, confirmed_by: one.accountId }],
    );
    expect((await given.record([wrong])).body.results).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('that ended the way is taken back only by a second person, with what was booked', async () => {
    const { number, scanId, code } = await delivered();
    const [one, other] = [clerk(), clerk()];
    const { body: correction } = await declare(scanId, one);
    expect(correction).toMatchObject({ secondPerson: true, confirmedAt: null });
    expect(await given.stateOf(number)).toBe('delivered');
    expect(await answer(correction.id, 'confirmation', one)).toMatchObject({ status: 409, body: { code: 'correction.own' } });
    await expect(
      given.rows('update postal.scan_correction set confirmed_by = declared_by, confirmed_at = now() where id = $1', [correction.id]),
    ).rejects.toThrow(/scan_correction_second_person/);
    expect((await waiting(other)).map(({ id }) => id)).toContain(correction.id);
    expect((await answer(correction.id, 'confirmation', other)).status).toBe(200);
    expect(await given.stateOf(number)).toBe('out_for_delivery');
    expect(await given.ledger(number)).toEqual({ recipient: 120_000, sender: -120_000, cash: 0 });
    await world.drain();
    expect(facts.of(ParcelReopened, number)).toMatchObject([{ outcome: 'EMI' }]);
    expect(facts.of(ParcelStatusChanged, number).map(({ state }) => state)).toContain('out_for_delivery');
    expect((await answer(correction.id, 'confirmation', other)).body.code).toBe('correction.answered-already');
    expect((await given.deliver(number, code)).status).toBe(200);
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
    await world.drain();
    expect(facts.of(ParcelReopened, number)).toMatchObject([{ telling: 2 }]);
    expect(facts.of(ParcelDelivered, number).map(({ telling }) => telling)).toEqual([1, 3]);
  });

  it('stands when the second person refuses, and may be declared again', async () => {
    const { number, scanId } = await delivered();
    const { body: correction } = await declare(scanId, clerk());
    expect((await answer(correction.id, 'refusal', clerk())).body.refusedAt).toEqual(expect.any(String));
    expect(await given.stateOf(number)).toBe('delivered');
    const again = await declare(scanId, clerk());
    expect(again.status).toBe(200);
    expect(again.body.id).not.toBe(correction.id);
  });

  it('is declared once: the same word again changes nothing, another one is refused', async () => {
    const { scanId } = await delivered();
    const one = clerk();
    const first = await declare(scanId, one);
    expect((await declare(scanId, one)).body.id).toBe(first.body.id);
    expect(await declare(scanId, clerk())).toMatchObject({ status: 409, body: { code: 'scan.corrected-already' } });
  });

  it('makes the due whole again when the parcel was not given back after all', async () => {
    const { number } = await given.accepted();
    await given.record([given.aScan(number, 'RTS'), given.aScan(number, 'RTD')]);
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: 0 });
    const { body: correction } = await declare(await scanOf(number, 'RTD'), clerk());
    await answer(correction.id, 'confirmation', clerk());
    expect(await given.stateOf(number)).toBe('returning');
    expect(await given.ledger(number)).toEqual({ recipient: 120_000, sender: -120_000 });
  });

  it('is not the acceptance, which was weighed and paid at the counter', async () => {
    const { number } = await given.accepted();
    expect((await declare(await scanOf(number, 'EMA'), given.clerkOf(given.origin))).body.code).toBe('scan.not-correctable');
  });

  it('is missing for whom the parcel does not concern, and for couriers', async () => {
    const { scanId } = await delivered();
    const stranger = given.clerkOf(given.office('cuu-long', HANOI));
    expect(await declare(scanId, stranger)).toMatchObject({ status: 404, body: { code: 'scan.unknown' } });
    const { body: correction } = await declare(scanId, clerk());
    expect(await answer(correction.id, 'confirmation', stranger)).toMatchObject({ status: 404, body: { code: 'correction.unknown' } });
    expect(await waiting(stranger)).toEqual([]);
    expect((await declare(scanId, given.courierOf(given.target))).status).toBe(403);
  });

  it('is never rewritten or removed, whoever tries', async () => {
    const { scanId } = await delivered();
    await expect(given.rows(`update postal.scan set code = 'EMG' where id = $1`, [scanId])).rejects.toThrow(/append-only/);
    await expect(given.rows('delete from postal.scan where id = $1', [scanId])).rejects.toThrow(/append-only/);
  });
});

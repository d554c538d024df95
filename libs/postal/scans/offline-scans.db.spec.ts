import { randomInt, randomUUID } from 'node:crypto';
import { placesLib } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { anActor, SeededNumbers, testWorld, type World } from '@choxa/testing';
import { aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

// Promise 12. The mutant e2e/mutants/device-trusted.patch must make it fail.
const DEVICES = 20;
const PARCELS = 25;
const HOUR_MS = 3_600_000;
const SEED = Number(process.env['SEED'] ?? randomInt(1e9));
/** The scans of each parcel, in the sequence of its way: over seven hubs, and out for delivery twice. */
const WAY = [...Array<string[]>(7).fill(['EDD', 'EDE']).flat(), 'EMG', 'EDF', 'EDG', 'EDF', 'EDG', 'EDF'];

interface Phone {
  actor: Actor;
  key: string;
  /** How far its clock is ahead, milliseconds. */
  aheadMs: number;
  queue: { id: string; parcel: string; code: string; eventTime: string; device: string; office: string }[];
}

let world: World;
let given: GivenPost;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

describe('five hundred scans of twenty phones without a network', () => {
  it(`whose clocks are up to two days off are each stored once and in their true sequence, those from the future marked (seed ${SEED})`, async () => {
    const random = new SeededNumbers(SEED);
    const phones = await Promise.all(Array.from({ length: DEVICES }, (_, n) => aPhone(n, random)));
    const numbers: string[] = [];
    for (let n = 0; n < PARCELS; n += 1) numbers.push((await given.accepted()).number);
    const truth = new Map<string, { at: number; aheadMs: number }>();
    for (const code of WAY)
      for (const parcel of numbers) {
        world.clock.advance(60_000);
        const phone = phones[random.below(DEVICES)]!;
        const [id, at] = [randomUUID(), world.clock.now().getTime()];
        phone.queue.push({ id, parcel, code, eventTime: new Date(at + phone.aheadMs).toISOString(), device: 'x', office: given.target.id });
        truth.set(id, { at, aheadMs: phone.aheadMs });
      }
    // They find the network again a few hours later, one after the other, in no sequence.
    world.clock.advance(3 * HOUR_MS);
    for (const phone of random.some(phones, DEVICES)) await flush(phone, random);

    const kept = await given.rows<{ id: string; event_time: Date; from_the_future: boolean }>(
      `select id, event_time, from_the_future from postal.scan where code <> 'EMA' and parcel_number = any($1)`,
      [numbers],
    );
    expect(kept).toHaveLength(PARCELS * WAY.length);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(truth.size);
    // A scan is marked when its phone said a time that had not come yet as it sent.
    const now = world.clock.now().getTime();
    const marked = kept.filter(({ id }) => truth.get(id)!.at + truth.get(id)!.aheadMs > now + 5 * 60_000);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.every((scan) => scan.from_the_future)).toBe(true);
    const off = kept.map(({ id, event_time: at }) => Math.abs(at.getTime() - truth.get(id)!.at));
    expect(Math.max(...off)).toBeLessThan(2_000);
    const states = await given.rows<{ state: string }>('select distinct state from postal.parcel where number = any($1)', [numbers]);
    expect(states).toEqual([{ state: 'held' }]);
  });
});

async function aPhone(n: number, random: SeededNumbers): Promise<Phone> {
  const actor = given.courierOf(given.target);
  const body = { name: `Máy ${n}`, officeId: given.target.id, pin: '2580' };
  const { body: device } = await world.http('POST', '/post/devices', { as: actor, body });
  // Every second one is right; the others are between two days behind and two days ahead.
  const aheadMs = n % 2 ? random.below(96 * HOUR_MS) - 48 * HOUR_MS : 0;
  return { actor, key: device.key, aheadMs, queue: [] };
}

/** Sends what waits: cut in the middle, so that half arrives without an answer; then the whole, twice. */
async function flush(phone: Phone, random: SeededNumbers): Promise<void> {
  if (!phone.queue.length) return;
  const send = (scans: Phone['queue']) => {
    world.clock.advance(1 + random.below(500));
    const time = new Date(world.clock.now().getTime() + phone.aheadMs).toISOString();
    return given.record(scans, phone.actor, { ...aKey(), 'device-key': phone.key, 'device-time': time } as never);
  };
  const half = phone.queue.slice(0, Math.ceil(phone.queue.length / 2));
  await send(half);
  const whole = await send(phone.queue);
  expect(whole.status).toBe(200);
  const outcomes = whole.body.results.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes.filter((outcome: string) => outcome === 'duplicate')).toHaveLength(half.length);
  expect(outcomes).not.toContain('rejected');
  const again = await send(phone.queue);
  expect(again.body.results.every(({ outcome }: { outcome: string }) => outcome === 'duplicate')).toBe(true);
}

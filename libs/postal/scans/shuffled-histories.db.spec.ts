import { randomInt, randomUUID } from 'node:crypto';
import { placesLib } from '@choxa/places';
import { Events, type Actor } from '@choxa/platform';
import { PostingRequested } from '@choxa/postal-contract';
import { anActor, SeededNumbers, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { AcceptParcel } from '../parcels/accept-parcel.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { RecordScans, type ScanResult } from './record-scans.js';
import type { SentScan } from './scan-intake.rules.js';

// Promise 11, with everything that hangs on a parcel's state; the fold alone is proven in fold.rules.spec.ts, which has the mutant.
const HISTORIES = Number(process.env['SHUFFLED_HISTORIES'] ?? 3);
const SEED = Number(process.env['SEED'] ?? randomInt(2 ** 28));
/** Each history is lived by so many parcels: the first as it happened, the others shuffled. */
const WAYS = 20;
const TIMES = 3;
const LARGEST_BATCH = 12;
const ON_THE_WAY = ['EDD', 'EDE', 'EMG', 'EDF', 'EDG', 'EMH', 'EDH'];
const MINUTE_MS = 60_000;

/** What is kept of a parcel beside its scans. */
interface Kept {
  state: string;
  at: Date;
  office: string;
  attempts: number;
  outcome: string | null;
  closedAt: Date | null;
  books: string;
}

let world: World;
let given: GivenPost;
let clerk: Actor;
const random = new SeededNumbers(SEED);

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
  clerk = given.clerkOf(given.origin, given.target);
});
afterAll(() => world.close());

it(
  `${HISTORIES} legal histories, each scan ${TIMES} times, shuffled ${WAYS} ways, leave the same state and the same money (SEED=${SEED})`,
  async () => {
    for (let history = 0; history < HISTORIES; history += 1) {
      const numbers = await acceptedParcels();
      const began = world.clock.now().getTime();
      const way = aHistory();
      world.clock.advance((way.length + 1) * MINUTE_MS);
      const refused: unknown[] = [];
      for (const [index, number] of numbers.entries()) {
        const scans = way.map((seen, minute) => ({ ...seen, id: randomUUID(), parcel: number, eventTime: timeOf(began, minute + 1) }));
        refused.push(...(await send(index === 0 ? scans : shuffled(Array<SentScan[]>(TIMES).fill(scans).flat()))));
      }
      const [first, ...others] = await keptOf(numbers);
      expect({ way, refused, others }).toEqual({ way, refused: [], others: others.map(() => first) });
      expect(first!.state).not.toBe('accepted');
      await world.drain();
    }
  },
  60_000 + HISTORIES * 10_000,
);

/** Some way of a parcel, now and then back to its sender. */
function aHistory(): Pick<SentScan, 'code' | 'office' | 'device' | 'reason'>[] {
  const some = (codes: string[], most: number): string[] =>
    Array.from({ length: 1 + random.below(most) }, () => codes[random.below(codes.length)]!);
  const back = random.below(5) < 2 ? ['RTS', ...some(['EDD', 'EDE'], 3), ...(random.below(3) ? ['RTD'] : [])] : [];
  return [...some(ON_THE_WAY, 8), ...back].map((code) => ({
    code,
    office: (random.below(2) ? given.origin : given.target).id,
    device: 'may-1',
    reason: code === 'EMH' ? 'absent' : null,
  }));
}

/** Parcels alike in everything but their number. */
async function acceptedParcels(): Promise<string[]> {
  const requests = Array.from({ length: WAYS }, () => given.aRequest());
  await world.db.transaction((tx) => world.get(Events).publishAll(tx, PostingRequested, requests));
  await world.drain();
  const made = await given.rows<{ number: string }>('select number from postal.parcel where sender_reference = any($1)', [
    requests.map(({ senderReference }) => senderReference),
  ]);
  const numbers = made.map(({ number }) => number);
  for (const number of numbers) await world.get(AcceptParcel).run(clerk, number, { weightGrams: 500 }, randomUUID());
  return numbers;
}

/** Answers what was neither kept nor known. */
async function send(scans: SentScan[]): Promise<ScanResult[]> {
  const refused: ScanResult[] = [];
  for (let from = 0; from < scans.length;) {
    const batch = scans.slice(from, (from += 1 + random.below(LARGEST_BATCH)));
    const { results } = JSON.parse(await world.get(RecordScans).run(clerk, batch, randomUUID())) as { results: ScanResult[] };
    refused.push(...results.filter(({ outcome }) => outcome === 'rejected'));
  }
  return refused;
}

function keptOf(numbers: string[]): Promise<Kept[]> {
  return given.rows<Kept>(
    `select state, state_at as at, current_office_id as office, attempts, outcome, closed_at as "closedAt",
       (select json_agg(json_build_array(step, account, amount_vnd) order by step, account)::text from postal.cod_entry
         where parcel_number = number) as books
     from postal.parcel where number = any($1) order by array_position($1, number)`,
    [numbers],
  );
}

function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  return random.some(things, things.length);
}

function timeOf(began: number, minute: number): string {
  return new Date(began + minute * MINUTE_MS).toISOString();
}

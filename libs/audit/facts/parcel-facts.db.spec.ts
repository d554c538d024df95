import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { placesLib } from '@choxa/places';
import { sql, type EventHandler, type Tx } from '@choxa/platform';
import { CLOSING_OUTCOMES, type ParcelAcceptedV1, type ParcelClosedV1, type ParcelReopenedV1 } from '@choxa/postal-contract';
import { DELIVERY_PLACE_CODES } from '@choxa/standards';
import { testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { DropClosedParcelWhenParcelReopened } from './drop-closed-parcel.js';
import { aClosedParcel, anAcceptedParcel } from './events.factory.js';
import { OPEN_PERIODS } from './open-periods.js';
import { PARCEL_PERIODS, POSTING_PERIODS } from './parcel-periods.js';
import { makeTotals } from './period-totals.js';
import { RecordAcceptedParcelWhenParcelAccepted } from './record-accepted-parcel.js';
import { RecordClosedParcelWhenParcelClosed } from './record-closed-parcel.js';

const SEED = Number(process.env['PARCELS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Everything the post says of one parcel, in the sequence in which it happened. */
interface History {
  accepted: ParcelAcceptedV1;
  words: (ParcelClosedV1 | ParcelReopenedV1)[];
}

const DAYS = ['2026-06-30T16:59:59.999Z', '2026-06-30T17:00:00Z', '2026-08-10T03:00:00Z', '2026-09-30T17:00:00Z', '2026-12-31T17:00:00Z'];
const COMMUNES = [
  ['00004', '01'],
  ['31309', '92'],
] as const;
const history: fc.Arbitrary<History> = fc
  .record({
    operatorCode: fc.constantFrom('a', 'b'),
    acceptedAt: fc.constantFrom('2026-03-28T03:00:00Z', '2026-06-23T17:00:00Z', '2026-08-08T03:00:00Z'),
    place: fc.constantFrom(...COMMUNES),
    bySystem: fc.boolean(),
    postageVnd: fc.option(fc.nat({ max: 90_000 })),
    ends: fc.array(
      fc.record({
        at: fc.constantFrom(...DAYS),
        outcome: fc.constantFrom(...CLOSING_OUTCOMES),
        where: fc.constantFrom(...DELIVERY_PLACE_CODES),
        attempts: fc.nat({ max: 2 }),
        firstFailure: fc.constantFrom(null, 'absent' as const, 'refused' as const),
        reopened: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ operatorCode, acceptedAt, place: [commune, province], bySystem, postageVnd, ends }) => {
    const accepted = anAcceptedParcel({
      operatorCode,
      acceptedAt,
      recipientProvinceCode: province,
      recipientCommuneCode: commune,
      bySystem,
      postageVnd,
    });
    const { number } = accepted;
    let telling = 0;
    const words = ends.flatMap(({ at, outcome, where, attempts, firstFailure, reopened }) => {
      const end = { number, operatorCode, closedAt: at, outcome, attempts, firstFailure, telling: (telling += 1) };
      const closed = aClosedParcel({
        ...end,
        deliveryPlace: outcome === 'EMI' ? where : null,
        recipientProvinceCode: province,
        recipientCommuneCode: commune,
      });
      if (!reopened) return [closed];
      return [closed, { number, senderReference: 'x', operatorCode, outcome, closedAt: at, reopenedAt: at, telling: (telling += 1) }];
    });
    return { accepted, words };
  });

const FACTS = ['audit.closed_parcel', 'audit.accepted_parcel'];
const TOTALS = [PARCEL_PERIODS, POSTING_PERIODS, OPEN_PERIODS];

describe(`the facts of parcels (seed ${SEED})`, () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  const tellAll = <Data extends object>(handler: EventHandler<Data>, facts: Data[]) =>
    world.db.transaction((tx) =>
      handler.handleAll!(
        tx,
        facts.map((data) => ({ id: randomUUID(), name: '', occurredAt: '', data })),
      ),
    );
  async function tell(facts: (ParcelAcceptedV1 | ParcelClosedV1 | ParcelReopenedV1)[]): Promise<void> {
    const is = (field: string) => (fact: object) => field in fact;
    await tellAll(world.get(RecordAcceptedParcelWhenParcelAccepted), facts.filter(is('acceptedAt')) as ParcelAcceptedV1[]);
    await tellAll(world.get(DropClosedParcelWhenParcelReopened), facts.filter(is('reopenedAt')) as ParcelReopenedV1[]);
    await tellAll(world.get(RecordClosedParcelWhenParcelClosed), facts.filter(is('attempts')) as ParcelClosedV1[]);
  }
  const rows = (table: string) => sql(world.db.read, `select * from ${table} order by 1, 2, 3, 4, 5, 6, 7`);

  /** The rows that facts and totals have when the same is told of `histories` alone, each acceptance behind its last word, as a rebuild does. */
  async function toldAgain(histories: readonly History[]): Promise<unknown[]> {
    let again: unknown[] = [];
    const undone = new Error('not kept');
    const telling = world.db.transaction(async (tx) => {
      for (const table of [...FACTS, ...TOTALS.map((totals) => totals.table)]) await sql(tx, `delete from ${table}`);
      const standing = histories.flatMap(({ words }) => words.slice(-1)).filter((word) => 'attempts' in word);
      await world.get(RecordClosedParcelWhenParcelClosed).record(tx, standing);
      await world.get(RecordAcceptedParcelWhenParcelAccepted).record(
        tx,
        histories.map(({ accepted }) => accepted),
      );
      for (const totals of TOTALS) await makeTotals(tx, totals);
      again = await allRows(tx);
      throw undone;
    });
    await expect(telling).rejects.toBe(undone);
    return again;
  }
  async function allRows(tx: Tx): Promise<unknown[]> {
    const all: unknown[] = [];
    for (const table of [...FACTS, ...TOTALS.map((totals) => totals.table)])
      all.push(table, await sql(tx, `select one::text from ${table} one order by 1`));
    return all;
  }

  /** One row per kind, by a loop over the facts. */
  async function recounted(kindOf: (row: never) => string, facts: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const row of await rows(facts)) counts.set(kindOf(row as never), (counts.get(kindOf(row as never)) ?? 0) + 1);
    return counts;
  }
  const quarter = (at: Date) => {
    const local = new Date(at.getTime() + 7 * 3_600_000);
    return `${local.getUTCFullYear()}-Q${Math.floor(local.getUTCMonth() / 3) + 1}`;
  };

  it('are those of the last word about each parcel, and their totals a plain recount, whatever comes twice or in another sequence', async () => {
    const told: History[] = [];
    for (let round = 0; round < 5; round += 1) {
      const histories = fc.sample(history, { numRuns: 120, seed: SEED + round });
      told.push(...histories);
      const facts = histories.flatMap(({ accepted, words }) => [accepted, ...words]);
      const doubled = [...facts, ...facts.filter((_, index) => index % 3 === 0)];
      const [shuffled] = fc.sample(fc.shuffledSubarray(doubled, { minLength: doubled.length }), { numRuns: 1, seed: SEED + round });
      for (let from = 0; from < shuffled!.length; from += 50) await tell(shuffled!.slice(from, from + 50));

      const last = histories.map(({ words }) => words.at(-1)).filter((word) => word && 'attempts' in word) as ParcelClosedV1[];
      const known = await rows('audit.closed_parcel');
      const ofRound = known.filter(({ number }) => histories.some(({ accepted }) => accepted.number === number));
      expect(ofRound.map(({ number, telling }) => `${String(number)} ${String(telling)}`).sort()).toEqual(
        last.map(({ number, telling }) => `${number} ${telling}`).sort(),
      );
      const open = await sql(world.db.read, 'select number from audit.accepted_parcel where closed_at is null');
      expect(open).toHaveLength((await rows('audit.accepted_parcel')).length - known.length);

      const kindOf = (row: Record<string, unknown>) =>
        [
          quarter(row['closed_at'] as Date),
          row['commune_code'],
          row['operator_code'],
          row['outcome'],
          row['delivery_place'] ?? '',
          row['failure_reason'] ?? '',
          row['outcome'] === 'EMI' && row['attempts'] === 1,
        ].join(' ');
      const totals = (await rows(PARCEL_PERIODS.table)) as Record<string, unknown>[];
      expect(
        totals.map(
          (row) =>
            [
              `${String(row['period'])} ${String(row['commune_code'])} ${String(row['operator_code'])} ${String(row['outcome'])} ` +
                `${String(row['delivery_place'])} ${String(row['failure_reason'])} ${String(row['at_once'])}`,
              row['parcels'],
            ] as const,
        ),
      ).toEqual(expect.arrayContaining([...(await recounted(kindOf, 'audit.closed_parcel'))]));
      const postings = await sql<{ parcels: number; postage: number }>(
        world.db.read,
        `select sum(parcels)::int as parcels, sum(postage_vnd)::int as postage from ${POSTING_PERIODS.table}`,
      );
      const accepted = (await rows('audit.accepted_parcel')) as { postage_vnd: number | null }[];
      expect(postings).toEqual([
        { parcels: accepted.length, postage: accepted.reduce((sum, row) => sum + Number(row.postage_vnd ?? 0), 0) },
      ]);
      expect(totals.reduce((sum, row) => sum + Number(row['parcels']), 0)).toBe(known.length);
      expect(await allRows(world.db.read)).toEqual(await toldAgain(told));
    }
  });
});

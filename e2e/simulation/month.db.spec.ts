import { writeFileSync } from 'node:fs';
import { placesLib, PlacesModule } from '@choxa/places';
import { postalLib, PostalModule } from '@choxa/postal';
import { testWorld, type World } from '@choxa/testing';
import { judgeDoubts, type Doubts } from './judge-doubts.js';
import { judgeMonth } from './judge-month.js';
import { MONTH_BEGAN, type MonthPlan } from './month-plan.js';
import { smallNation, wholeNation } from './nation.js';
import { planMonth } from './plan-month.js';
import { PlayedMonth } from './play-month.js';
import { readMonth, type StoredMonth } from './stored-month.js';

/** Parcels; `npm run drill` asks for 50,000. */
const PARCELS = Number(process.env['MONTH_PARCELS'] ?? 500);
/** From so many on they are carried between all communes. */
const A_NATIONS = 10_000;
const SEED = Number(process.env['SEED'] ?? 12);
const LONGEST_MS = 300_000 + PARCELS * 100;

describe(`a month of parcels (SEED=${SEED})`, () => {
  let world: World;
  let plan: MonthPlan;
  let month: PlayedMonth;
  let stored: StoredMonth;
  let doubts: Doubts;

  beforeAll(async () => {
    world = await testWorld({
      libs: [placesLib, postalLib],
      imports: [PlacesModule, PostalModule],
      now: MONTH_BEGAN,
      config: { poolSize: 24 },
    });
    const nation = await (PARCELS < A_NATIONS ? smallNation : wholeNation)(world);
    plan = planMonth(nation, PARCELS, SEED);
    month = new PlayedMonth(world, nation);
    const began = performance.now();
    await month.play(plan);
    stored = await readMonth(world.db);
    doubts = judgeDoubts(plan.visits, stored.doubted, (parcel) => month.numberOf(parcel));
    report({ scans: stored.scans.length, seconds: Math.round((performance.now() - began) / 1000), ...doubts });
  }, LONGEST_MS);
  afterAll(() => world.close());

  it('goes as the people in it meant it to', () => {
    expect(month.faults).toEqual([]);
  });

  it('leaves no parcel at odds with its scans, none open without a reason, and books that are even', () => {
    expect(judgeMonth(stored, plan)).toEqual([]);
  });

  it('has 95 of 100 deliveries that did not happen looked at again, and at most 2 of 100 that did', () => {
    expect(doubts.found / doubts.planted).toBeGreaterThanOrEqual(0.95);
    expect(doubts.falseAlarms / doubts.honest).toBeLessThanOrEqual(0.02);
  });

  it('has seen everything that can happen to a parcel', () => {
    const states = new Set(stored.parcels.map(({ state }) => state));
    expect([...states]).toEqual(expect.arrayContaining(['announced', 'delivered', 'returned']));
    expect(plan.scans.length - stored.scans.length).not.toBe(0);
    expect(new Set(plan.visits.map(({ falsehood }) => falsehood)).size).toBe(5);
    expect(plan.parcels.some(({ fate }) => fate === 'stolen')).toBe(true);
  });
});

function report(figures: object): void {
  const file = process.env['DRILL_REPORT'];
  if (file) writeFileSync(file, JSON.stringify(figures));
}

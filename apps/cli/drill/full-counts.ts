import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedNumber, testsPass } from './jest-child.js';

/** A promise that every test run keeps for a part of its count. */
interface FullCount {
  /** Folder or file of its tests. */
  tests: string;
  /** Name of the setting that says how many, and the promise's number. */
  setting: string;
  count: number;
}

/** Drills that are a test of every run with its full count. */
const FULL_COUNTS = {
  // Promise 8, as far as it concerns orders: random histories.
  ledger: { tests: 'libs/orders/money/money.db', setting: 'MONEY_HISTORIES', count: 10_000 },
  // Promises 8 and 9 for the post's books: random histories over several days.
  'post-ledger': { tests: 'libs/postal/cod/reconciliation.db', setting: 'POST_MONEY_HISTORIES', count: 10_000 },
  // Issue 5: parcels of a simulated month; with this many they are carried between all communes.
  month: { tests: 'e2e/simulation', setting: 'MONTH_PARCELS', count: 50_000 },
  // Promise 11: legal histories of parcels, each shuffled 20 ways.
  histories: { tests: 'libs/postal/scans/shuffled-histories.db', setting: 'SHUFFLED_HISTORIES', count: 1_000 },
  // Promise 14: valid numbers looked up without being signed in.
  tracking: { tests: 'libs/postal/tracking/tracking-secrets', setting: 'TRACKING_NUMBERS', count: 100_000 },
} satisfies Record<string, FullCount>;
export type FullCountName = keyof typeof FULL_COUNTS;
export const FULL_COUNT_NAMES = Object.keys(FULL_COUNTS) as FullCountName[];

/** Runs the test with the full count. Prints its line, with what the test itself reported; whether it passed. */
export async function runFullCount(drill: FullCountName, seed: string): Promise<boolean> {
  const { tests, setting, count } = FULL_COUNTS[drill];
  const folder = mkdtempSync(join(tmpdir(), 'choxa-drill-'));
  const file = join(folder, 'report.json');
  const number = seedNumber(seed);
  try {
    const passed = await testsPass(tests, { [setting]: String(count), SEED: String(number), DRILL_REPORT: file });
    process.stdout.write(`${JSON.stringify({ drill, seed: number, count, ...reported(file), passed })}\n`);
    return passed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reported(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch {
    return {}; // most tests have nothing to say beyond whether they passed
  }
}

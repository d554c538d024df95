import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedNumber, testsPass } from './jest-child.js';

export const FUZZ = 'fuzz';

/** Promise 21: so many requests that keep to the API's document, and as many that break it. */
const REQUESTS = 10_000;
const SLOWEST_MS = 2_000;

interface Report {
  seed: number;
  requests: number;
  taken: number;
  slowestMs: number;
  slowest: string;
  faults: number;
}

/** Sends the full count through the test that sends a part of it in every run, and judges the slowest answer too. Prints its line; whether it passed. */
export async function runFuzz(seed: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'choxa-fuzz-'));
  const file = join(folder, 'report.json');
  try {
    const env = { FUZZ_REQUESTS: String(REQUESTS), FUZZ_SEED: String(seedNumber(seed)), FUZZ_REPORT: file };
    const kept = await testsPass('e2e/fuzz', env);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const passed = kept && report.slowestMs < SLOWEST_MS;
    process.stdout.write(`${JSON.stringify({ drill: FUZZ, ...report, passed })}\n`);
    return passed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

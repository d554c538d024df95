// `npm run check` (static gate) and `npm test` (everything). Ends with `N passed, N failed`; exit code 1 when anything failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standBehind } from './behind.mjs';
import { CHECKS, GUARDS, TESTS, TESTS_BESIDE } from './steps.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'choxa-gate-'));
const [mode = 'test'] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
/** Those in sessions of their own, which Ctrl-C does not reach. */
const apart = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endAll(signal));

/** Two at a time: the machines this must pass on have two cores. */
await inLanes(2, CHECKS);
for (const step of mode === 'check' ? GUARDS : TESTS) await run(step, { live: true });
if (mode !== 'check') await Promise.all(TESTS_BESIDE.map((step) => run(step, { live: !step.behind })));
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function inLanes(count, steps) {
  const waiting = [...steps];
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await run(step, { live: false });
    }),
  );
}

/** Runs one step; its output is shown live, or only when it fails. */
async function run(step, { live }) {
  const started = Date.now();
  const report = join(reports, `${step.name}.json`);
  const extra = step.count === 'jest' ? ['--json', `--outputFile=${report}`] : [];
  const env = {
    ...process.env,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    NUXT_TELEMETRY_DISABLED: '1',
    ...(step.count === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: report } : {}),
  };
  let output = '';
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [...step.command, ...extra], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: Boolean(step.behind),
    });
    if (step.behind) {
      apart.add(child);
      standBehind(child.pid);
    }
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (live) process.stdout.write(chunk);
        else output += chunk;
      });
    child.on('error', () => resolve(1));
    child.on('close', resolve);
    child.on('close', () => apart.delete(child));
  });
  const counted = step.count ? counts(step.count, report) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that died without counting a failure (a spec that does not compile, no report) has failed all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  total.passed += counted.passed;
  total.failed += counted.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const flaky = counted.flaky ? `, ${counted.flaky} only the second time` : '';
  console.log(`${counted.failed ? '✗' : '✓'} ${step.name}: ${counted.passed} passed${flaky}, ${counted.failed} failed (${seconds} s)`);
  if (counted.failed && !live) console.log(output.trimEnd());
}

function endAll(signal) {
  for (const { pid } of apart) {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has ended.
    }
  }
  process.exit(128 + constants.signals[signal]);
}

function counts(kind, report) {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8'));
    return kind === 'jest'
      ? { passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites }
      : { passed: json.stats.expected + json.stats.flaky, failed: json.stats.unexpected, flaky: json.stats.flaky };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

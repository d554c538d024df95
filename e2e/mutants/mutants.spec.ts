import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Negative controls: each patch breaks one promise, and the test that keeps this promise must fail on it. A patch names its test in its first lines:
//   test: e2e/races/stock-race.db.spec.ts
//   fails: exactly one hundred orders
const root = join(import.meta.dirname, '../..');
/** Part of the names of those to try: `MUTANTS=stock node libs/testing/jest.mjs e2e/mutants`. All when it is not set. */
const wanted = process.env['MUTANTS'] ?? '';
const patches = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.patch') && new RegExp(wanted).test(name));
const COPIED = [
  'libs',
  'apps/api',
  'apps/postal',
  'apps/cli',
  'apps/storefront/package.json',
  'apps/storefront/server',
  'apps/storefront/app/utils',
  'e2e',
  'package.json',
  'tsconfig.json',
  '.swcrc',
];

/** Two at a time, each in a copy of its own: the machines this must pass on have two cores. */
const LANES = 2;

describe('a build broken on purpose is caught', () => {
  const outcomes = new Map<string, Promise<Outcome>>();
  const copies: string[] = [];

  beforeAll(() => {
    const waiting = [...patches];
    const finish = new Map<string, (outcome: Outcome) => void>();
    for (const patch of patches) outcomes.set(patch, new Promise((resolve) => finish.set(patch, resolve)));
    for (let lane = 0; lane < LANES; lane += 1) {
      const copy = copyOfTheTree();
      copies.push(copy);
      void (async () => {
        for (let patch = waiting.shift(); patch; patch = waiting.shift()) finish.get(patch)!(await outcomeInTwo(patch, copy));
      })();
    }
  });
  afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

  it('has at least one for the stock guard', () => {
    expect(readdirSync(import.meta.dirname)).toContain('stock-guard.patch');
  });

  it.each(patches)(
    '%s',
    async (patch) => {
      const { error, failed, fails } = await outcomes.get(patch)!;
      expect(error).toBeNull();
      expect(failed.join('\n')).toContain(fails);
    },
    900_000,
  );
});

interface Outcome {
  /** Why the test run itself broke; null when it did not. */
  error: string | null;
  /** Full names of the tests that failed. */
  failed: string[];
  /** Of the test that must. */
  fails: string;
}

function copyOfTheTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'choxa-mutant-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...COPIED], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\n').filter((path) => path && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // What runs in a thread of its own runs as it was built.
  for (const lib of readdirSync(join(root, 'libs')).filter((name) => existsSync(join(root, 'libs', name, 'dist'))))
    symlinkSync(join(root, 'libs', lib, 'dist'), join(copy, 'libs', lib, 'dist'));
  return copy;
}

/** A test of random numbers that missed it is asked once more, with others. */
async function outcomeInTwo(patch: string, copy: string): Promise<Outcome> {
  const first = await outcomeOf(patch, copy);
  return first.error === null && !first.failed.join('\n').includes(first.fails) ? outcomeOf(patch, copy) : first;
}

/** Breaks the copy, runs the one test that must notice, and mends the copy. */
async function outcomeOf(patch: string, copy: string): Promise<Outcome> {
  const path = join(import.meta.dirname, patch);
  const head = readFileSync(path, 'utf8');
  const test = /^test: (.+)$/m.exec(head)?.[1];
  const fails = /^fails: (.+)$/m.exec(head)?.[1];
  if (!test || !fails) return { error: `${patch} does not say which test must fail`, failed: [], fails: '' };
  try {
    execFileSync('git', ['apply', path], { cwd: copy });
    const report = join(copy, 'report.json');
    rmSync(report, { force: true });
    const only = fails.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    // A broken migration needs a server of its own: databases of this run are cloned from what the whole ones made.
    const server = head.includes('/migrations/') ? '' : process.env['TEST_DATABASE_URL'];
    const cache = `--cacheDirectory=${join(copy, '.build/jest')}`;
    const output = await run(copy, server, [
      'libs/testing/jest.mjs',
      test,
      '-t',
      only,
      '--json',
      `--outputFile=${report}`,
      '--silent',
      cache,
    ]);
    if (!existsSync(report)) return { error: `the test run itself broke:\n${output}`, failed: [], fails };
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { message: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    const unread = testResults.find((file) => file.assertionResults.length === 0);
    if (unread || !testResults.length) return { error: `the test run itself broke:\n${unread?.message ?? output}`, failed: [], fails };
    const failed = testResults.flatMap((file) => file.assertionResults).filter((result) => result.status === 'failed');
    return { error: null, failed: failed.map((result) => result.fullName), fails };
  } catch (error) {
    return { error: String(error), failed: [], fails };
  } finally {
    // Whatever was broken is put right for the next one of the lane.
    spawnSync('git', ['apply', '-R', path], { cwd: copy });
  }
}

function run(cwd: string, server: string | undefined, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, TEST_DATABASE_URL: server },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve(String(error)));
    child.on('close', () => resolve(output));
  });
}

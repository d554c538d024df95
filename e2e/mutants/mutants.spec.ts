import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Negative controls: each patch breaks one promise, and the test that keeps this promise must fail on it. A patch names its test in its first lines:
//   test: e2e/races/stock-race.db.spec.ts
//   fails: exactly one hundred orders
const root = join(import.meta.dirname, '../..');
const patches = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.patch'));
const COPIED = [
  'libs',
  'apps/api',
  'apps/postal',
  'apps/cli',
  'apps/storefront/package.json',
  'e2e',
  'package.json',
  'tsconfig.json',
  '.swcrc',
];

describe('a build broken on purpose is caught', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'choxa-mutant-'));
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...COPIED], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of files.split('\n').filter((path) => path && existsSync(join(root, path)))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has at least one for the stock guard', () => {
    expect(patches).toContain('stock-guard.patch');
  });

  it.each(patches)(
    '%s',
    (patch) => {
      const path = join(import.meta.dirname, patch);
      const head = readFileSync(path, 'utf8');
      const test = /^test: (.+)$/m.exec(head)?.[1];
      const fails = /^fails: (.+)$/m.exec(head)?.[1];
      if (!test || !fails) throw new Error(`${patch} does not say which test must fail`);
      execFileSync('git', ['apply', path], { cwd: copy });
      try {
        const report = join(copy, 'report.json');
        const { stdout, stderr } = spawnSync(
          process.execPath,
          ['libs/testing/jest.mjs', test, '--json', `--outputFile=${report}`, '--silent'],
          {
            cwd: copy,
            encoding: 'utf8',
          },
        );
        if (!existsSync(report)) throw new Error(`the test run itself broke:\n${stdout}\n${stderr}`);
        const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
          testResults: { assertionResults: { fullName: string; status: string }[] }[];
        };
        const failed = testResults.flatMap((file) => file.assertionResults).filter((result) => result.status === 'failed');
        expect(failed.map((result) => result.fullName).join('\n')).toContain(fails);
      } finally {
        execFileSync('git', ['apply', '-R', path], { cwd: copy });
      }
    },
    180_000,
  );
});

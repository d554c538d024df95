import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jestConfig from '../jest.config.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(join(root, 'package.json'));

/** The script behind a package's command, so that no shell and no `.bin` link is needed. */
function bin(name, command = name, from = require) {
  const manifest = manifestOf(name, from);
  const { bin: entry } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof entry === 'string' ? entry : entry[command]);
}

function manifestOf(name, from) {
  for (const folder of from.resolve.paths(name)) {
    const manifest = join(folder, name, 'package.json');
    if (existsSync(manifest)) return manifest;
  }
  throw new Error(`${name} is not installed`);
}

const storefront = createRequire(join(root, 'apps/storefront/package.json'));
const e2e = createRequire(join(root, 'e2e/package.json'));
const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest'), '--config', 'libs/testing/jest.config.mjs', '--forceExit'];

/**
 * The steps of the gate. `command` runs with Node in the root. A step without `count` counts as one test;
 * `count` names the JSON report from which passed and failed tests are read; a step that stands `behind` leaves the processors to others.
 */
export const CHECKS = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--deny-warnings'] },
  { name: 'types', command: [bin('typescript', 'tsc'), '-p', '.'] },
  { name: 'types of the storefront', command: [bin('nuxt', 'nuxt', storefront), 'typecheck', 'apps/storefront'] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  { name: 'API document and client', command: ['libs/api-client/check.mjs'] },
  { name: 'translations', command: ['apps/storefront/i18n/check.mjs'] },
];

export const GUARDS = [{ name: 'import table and migration drift', command: [...jest, 'imports.spec', 'drift.db.spec'], count: 'jest' }];

const MUTANTS = '/e2e/mutants/';

export const TESTS = [
  {
    name: 'small and medium tests',
    command: [...jest, '--testPathIgnorePatterns', ...jestConfig.testPathIgnorePatterns, MUTANTS],
    count: 'jest',
  },
];

/** Run at the same time: a browser waits a lot, and what is `behind` takes the time it leaves. */
export const TESTS_BESIDE = [
  {
    name: 'journeys in a browser',
    command: [bin('@playwright/test', 'playwright', e2e), 'test', '-c', 'e2e/playwright.config.ts'],
    count: 'playwright',
  },
  { name: 'builds broken on purpose', command: [...jest, MUTANTS], count: 'jest', behind: true },
];

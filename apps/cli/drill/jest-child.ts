import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { ROOT } from '../root.js';

/** Runs the tests of `folder` with more of the same than in every run: what `env` says. Their output goes to stderr. Whether they passed. */
export function testsPass(folder: string, env: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['libs/testing/jest.mjs', folder], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 2, 2],
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The seed as the tests want it: a whole number below 2^28. */
export function seedNumber(seed: string): number {
  return parseInt(createHash('sha256').update(seed).digest('hex').slice(0, 7), 16);
}

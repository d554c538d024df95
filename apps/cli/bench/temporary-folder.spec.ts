import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '@choxa/platform';
import { temporaryFolder } from './temporary-folder.js';

describe('the folder of a bench', () => {
  const parent = mkdtempSync(join(tmpdir(), 'bench-spec-'));
  afterAll(() => rmSync(parent, { recursive: true }));

  it('is new; those of killed benches go, those of running ones and of others stay', async () => {
    const left = (name: string, owner?: object) => {
      mkdirSync(join(parent, name));
      if (owner) writeFileSync(join(parent, name, 'owner.json'), JSON.stringify(owner));
      return join(parent, name);
    };
    const killed = left('choxa-bench-killed', { ...identify(process.pid), pid: 2 ** 22 + 1 });
    const running = left('choxa-bench-running', identify(process.pid));
    const others = [left('choxa-bench-empty'), left('somebody-else', { pid: 2 ** 22 + 1 })];
    const folder = await temporaryFolder(parent);
    expect(existsSync(join(folder, 'owner.json'))).toBe(true);
    expect([killed, running, ...others].map((path) => existsSync(path))).toEqual([false, true, true, true]);
  });
});

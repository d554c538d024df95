import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBreaches, type SourceFile } from './check-imports.js';
import { IMPORT_TABLE } from './import-table.js';

const root = join(import.meta.dirname, '../../..');

function tree(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps', 'e2e'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|mts|vue)$/.test(path) && !path.startsWith('libs/api-client/generated') && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const file = (path: string, ...imports: string[]): SourceFile => ({
  path,
  text: imports.map((specifier) => `import { x } from '${specifier}';`).join('\n'),
});

describe('the import table', () => {
  it('holds for the whole tree', () => {
    const files = tree();
    expect(files.length).toBeGreaterThan(50);
    expect(importBreaches(files, IMPORT_TABLE)).toEqual([]);
  });

  it('knows every workspace there is', () => {
    const folders = ['libs', 'apps'].flatMap((top) =>
      readdirSync(join(root, top))
        .filter((name) => existsSync(join(root, top, name, 'package.json')))
        .map((name) => `${top}/${name}`),
    );
    expect(Object.keys(IMPORT_TABLE).sort()).toEqual([...folders, 'e2e'].sort());
  });

  it.each([
    ['a lib missing from the table', [file('libs/new/index.ts')], 'libs/new is missing'],
    ['the post importing the marketplace', [file('libs/postal/a.ts', '@choxa/orders')], 'which libs/postal may not'],
    ['a deep import', [file('libs/orders/a.ts', '@choxa/catalogue/packs/pack.entity.js')], 'past the index.ts of catalogue'],
    ['a relative path into another lib', [file('libs/orders/a.ts', '../catalogue/index.js')], 'reaches into libs/catalogue'],
    ['product code importing testing', [file('libs/orders/a.ts', '@choxa/testing')], 'which libs/orders may not'],
    [
      'a page importing a lib of the server',
      [{ path: 'apps/storefront/app/a.vue', text: `<script setup>import '@choxa/orders'</script>` }],
      'may not',
    ],
    [
      'a dynamic import',
      [{ path: 'libs/standards/a.ts', text: `const a = await import('@choxa/platform');` }],
      'which libs/standards may not',
    ],
    [
      'audit taking more than events',
      [
        { path: 'libs/orders/index.ts', text: `export { E } from './a.events.js'; export { T } from './t.js';` },
        { path: 'libs/audit/a.ts', text: `import { E, T } from '@choxa/orders';` },
      ],
      'imports T of orders',
    ],
  ])('catches %s', (_, files, sentence) => {
    const breaches = importBreaches(files, IMPORT_TABLE);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(sentence);
  });

  it('catches a circle', () => {
    const table = { 'libs/a': { may: ['b'] }, 'libs/b': { may: ['a'] } };
    expect(importBreaches([file('libs/a/x.ts', '@choxa/b'), file('libs/b/x.ts', '@choxa/a')], table)).toEqual(
      expect.arrayContaining(['circle: libs/a → libs/b → libs/a']),
    );
  });
});

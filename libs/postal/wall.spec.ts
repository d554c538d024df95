import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as contract from '@choxa/postal-contract';

// house.md, "The hard wall around the post": 1 (words), 4 (what crosses) and 5 (tracking is the post's own). The rest: wall.db.spec.ts, apps/postal.

const libs = join(import.meta.dirname, '..');
const MARKETPLACE = ['households', 'catalogue', 'labelling', 'orders', 'audit', 'identity', 'places'];

interface Source {
  path: string;
  text: string;
}

function sourcesOf(...names: string[]): Source[] {
  return names.flatMap((name) =>
    readdirSync(join(libs, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|md|sql)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/\/(dist|node_modules)\//.test(path) && !/\/wall(\.db)?\.spec\.ts$/.test(path))
      .map((path) => ({ path: relative(libs, path), text: readFileSync(path, 'utf8') })),
  );
}

/** The marketplace's words in the post's sources. SQL's own `order by` is not one of them, nor the border of a province. */
function foreignWords({ path, text }: Source): string[] {
  return text.split('\n').flatMap((line, index) => {
    const own = line.replace(/\border by\b|\bborders?\b/gi, '').replace(/import .* from '.*'/, '');
    return /order|household|product|seller|checkout|shopper|buyer/i.test(own) ? [`${path}:${index + 1}: ${line.trim()}`] : [];
  });
}

function importsOfPost({ path, text }: Source): string[] {
  return /from '@choxa\/postal'|import\(\s*'@choxa\/postal'/.test(text) ? [path] : [];
}

describe('the wall', () => {
  it('keeps the marketplace’s words out of the post', () => {
    const sources = sourcesOf('postal', 'postal-contract');
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap(foreignWords)).toEqual([]);
  });

  it.each(['readonly orderId: string', 'interface Household {}', '// the seller', 'select * from orders.stock'])(
    'would notice %s',
    (text) => {
      expect(foreignWords({ path: 'x.ts', text })).toHaveLength(1);
    },
  );

  it('lets sorting through', () => {
    expect(foreignWords({ path: 'x.ts', text: 'select number from postal.parcel ORDER BY number' })).toEqual([]);
  });

  it('lets only facts, requests, and the questions for a price and for counters cross', () => {
    const crossing = Object.entries(contract).filter(([, value]) => typeof value === 'object' && 'shape' in value);
    for (const [, event] of crossing) expect((event as { name: string }).name).toMatch(/^postal\.[a-z-]+\.v\d+$/);
    const callable = Object.entries(contract).filter(([, value]) => typeof value === 'function');
    expect(callable.map(([name]) => name).sort()).toEqual([
      'ContractBreach',
      'PostOffices',
      'PostageQuotes',
      'breachesOf',
      'quoteInTime',
      'readPostalEvent',
    ]);
  });

  it('lets no other lib call the post: tracking is the post’s own', () => {
    const sources = sourcesOf(...MARKETPLACE);
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap(importsOfPost)).toEqual([]);
    expect(importsOfPost({ path: 'x.ts', text: `import { Tracking } from '@choxa/postal';` })).toEqual(['x.ts']);
    expect(importsOfPost({ path: 'x.ts', text: `import { ParcelDelivered } from '@choxa/postal-contract';` })).toEqual([]);
  });
});

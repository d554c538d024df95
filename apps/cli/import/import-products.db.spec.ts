import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule, LIBS } from '@choxa/app-api';
import { sql } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { COLUMNS, type Column } from './columns.rules.js';
import { importFile } from './import-products.js';
import { readProductFile } from './product-file.js';
import { summarise, type RowResult } from './report.rules.js';
import { templateCsv } from './template.js';

const REAL = join(import.meta.dirname, '../../../../shared/data/ocop-products.csv');
const SILENT = { at: () => {}, stop: () => {} };

describe('import products', () => {
  const folder = mkdtempSync(join(tmpdir(), 'choxa-import-'));
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: LIBS.slice(1), imports: AppModule.parts() });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  function fileOf(content: string | Buffer, name = 'list.csv'): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }
  function listOf(...rows: Partial<Record<Column, string>>[]): string {
    const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')).join(','))].join('\n');
  }
  const bring = async (path: string): Promise<RowResult[]> => importFile(world.app, await readProductFile(path), SILENT);
  const bringRows = (...rows: Partial<Record<Column, string>>[]) => bring(fileOf(listOf(...rows)));

  /** Rows and a hash of the content of every table there is. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await sql<{ name: string }>(
      world.db.read,
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
          and (table_schema <> 'pgboss' or table_name = 'job') order by 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const rows = await sql<{ row: string }>(world.db.read, `select t::text as row from ${name} t order by 1`);
      if (rows.length)
        content[name] = `${rows.length} ${createHash('sha256')
          .update(rows.map(({ row }) => row).join('\n'))
          .digest('hex')}`;
    }
    return content;
  }

  const real = existsSync(REAL) ? it : it.skip;
  real(
    'brings in the 486 real rows or says why not, and nothing more when asked again',
    async () => {
      const results = await bring(REAL);
      const summary = summarise(results);
      expect(summary.total).toBe(486);
      expect(Object.values(summary.outcomes).reduce((a, b) => a + b)).toBe(486);
      expect(summary.communes.resolved / summary.communes.named).toBeGreaterThanOrEqual(0.85);
      const products = await sql<{ slug: string; stars: number | null; state: string }>(
        world.db.read,
        'select product.slug, product.state, listing.stars from catalogue.product join catalogue.listing on listing.product_id = product.id',
      );
      const slugs = new Set(products.map((product) => product.slug));
      for (const { outcome, slug, notes } of results)
        if (outcome === 'refused') expect([slug, notes.length]).toEqual([null, 1]);
        else expect(slugs.has(slug!)).toBe(true);
      expect(new Set(products.map((product) => product.state))).toEqual(new Set(['draft']));
      expect(products.filter((product) => product.stars !== null)).toEqual([]);

      const before = await everything();
      const again = summarise(await bring(REAL));
      expect(await everything()).toEqual(before);
      expect(again.outcomes).toEqual({
        ...summary.outcomes,
        imported: 0,
        imported_with_gaps: 0,
        already_there: 486 - summary.outcomes.refused,
      });
    },
    240_000,
  );
});

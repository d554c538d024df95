import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  const named = { commune: 'xã Thạnh Phú', district: 'huyện Cầu Kè', province: 'Trà Vinh', ocop_group: 'thuc_pham', stars: '4' };
  const honey = {
    ...named,
    product_name: 'Mật ong thử 500ml',
    producer_name: 'HTX Ong thử',
    year_recognised: '2025',
    price_vnd: '120.000đ',
  };
  const codes = (results: RowResult[]) => results.map(({ outcome, notes }) => [outcome, ...notes.map(({ code }) => code)]);
  const slugs = (results: RowResult[]) => new Set(results.map(({ slug }) => slug));

  it('writes a product as a draft of its producer, the recognition as declared', async () => {
    const [result] = await bringRows(honey);
    expect(result).toMatchObject({ row: 2, outcome: 'imported', notes: [], slug: 'mat-ong-thu-500ml' });
    const [row] = await sql(
      world.db.read,
      `select product.state, product.set_code, pack.price_vnd, pack.net_content_value::float8 as content, recognition.status, recognition.stars,
              recognition.source, recognition.expires_on::text as expires, household.state as household, household.commune_name, subject.kind
         from catalogue.product
         join catalogue.pack on pack.product_id = product.id
         join catalogue.recognition on recognition.product_id = product.id
         join households.household on household.id = product.household_id
         join households.subject_household link on link.household_id = household.id
         join households.subject on subject.id = link.subject_id
        where product.slug = 'mat-ong-thu-500ml'`,
    );
    expect(row).toEqual({
      state: 'draft',
      set_code: '4',
      price_vnd: 120_000,
      content: 500,
      status: 'declared',
      stars: 4,
      source: 'import',
      expires: '2028-12-31',
      household: 'pending',
      commune_name: expect.stringContaining('Xã '),
      kind: 'cooperative',
    });
  });

  it('takes the same row typed otherwise for the same, and says of which', async () => {
    const again = await bringRows(
      { ...honey, product_name: 'MẬT ONG  THỬ 500ML', producer_name: 'Hợp tác xã “Ong thử”' },
      { ...honey, product_name: 'Mật ong thử 500ml'.normalize('NFD'), producer_name: 'htx ong thử' },
    );
    expect(codes(again)).toEqual([
      ['already_there', 'product.known'],
      ['already_there', 'row.same'],
    ]);
    expect(again[1]!.notes[0]!.vi).toBe('Trùng với dòng 2');
    const renewed = await bringRows({ ...honey, year_recognised: '2026' });
    expect(codes(renewed)).toEqual([['imported', 'recognition.added']]);
  });

  it('keeps apart one name of several producers, two names of one product, and namesakes of two communes', async () => {
    const chả = { ...named, product_name: 'Chả lụa thử', price_vnd: '90000', year_recognised: '2025' };
    const first = await bringRows({ ...chả, producer_name: 'HTX Giò chả thử' }, { ...chả, producer_name: 'Cơ sở Giò chả thử' });
    expect(slugs(first).size).toBe(2);
    const twoNames = await bringRows(
      { ...chả, producer_name: 'HTX Giò chả thử', product_name: 'Giò thử' },
      { ...chả, producer_name: 'HTX Giò chả thử', product_name: 'Giò thử Cầu Kè' },
    );
    expect(slugs(twoNames).size).toBe(2);
    const hằng = { ...chả, producer_name: 'Hộ Lê Thị Hằng', producer_kind: 'ho' };
    const namesakes = [hằng, { ...hằng, commune: 'Thị trấn Tiểu Cần', district: 'huyện Tiểu Cần' }, { ...hằng, commune: '', district: '' }];
    const rows = await bringRows(...namesakes);
    expect(codes(rows)).toEqual([['imported'], ['imported'], ['already_there', 'row.same']]);
    expect(slugs(rows).size).toBe(2);
    const before = await everything();
    await bringRows(...namesakes);
    expect(await everything()).toEqual(before);
  });

  it('fills in the commune of a producer that was brought without one, in its listing too', async () => {
    const late = { ...honey, producer_name: 'HTX Đến sau thử', product_name: 'Mật ong đến sau', commune: '' };
    expect(codes(await bringRows(late))).toEqual([['imported_with_gaps', 'commune.missing']]);
    expect(codes(await bringRows(late))).toEqual([['already_there', 'product.known']]);
    const [placed] = await bringRows({ ...late, commune: 'xã Thạnh Phú' });
    expect([placed!.outcome, placed!.notes.map(({ code }) => code)]).toEqual(['imported', ['commune.added']]);
    const [listing] = await sql(world.db.read, `select commune_code from catalogue.listing where slug = 'mat-ong-den-sau'`);
    expect(listing).toEqual({ commune_code: placed!.commune.code });
  });

  it('knows a province by its former name where the row says no more', async () => {
    await bringRows({ ...honey, producer_name: 'HTX Chỉ tỉnh thử', commune: '', district: '', province: 'TRÀ VINH' });
    const [row] = await sql(world.db.read, `select commune_code, province_name from households.household where name = 'HTX Chỉ tỉnh thử'`);
    expect(row).toEqual({ commune_code: null, province_name: 'Tỉnh Vĩnh Long' });
  });

  it('imports the rows of its own template without a gap', async () => {
    const results = await bring(fileOf(templateCsv()));
    expect(codes(results).map(([outcome]) => outcome)).toEqual(['imported', 'imported_with_gaps']);
    expect(results[1]!.notes.map(({ code }) => code)).toEqual(['price.missing']);
  });

  it('leaves everything as it was when the file is broken or the work is cut', async () => {
    const before = await everything();
    const rows = Array.from({ length: 250 }, (_, n) => ({
      ...honey,
      product_name: `Trà cắt ngang ${n}`,
      producer_name: `HTX Cắt ngang ${n}`,
    }));
    const text = listOf(...rows);
    for (const broken of [
      '',
      text.replace('price_vnd', 'price'),
      `${text}\nMật ong,HTX`,
      `${text}\n"Mật ong`,
      Buffer.from(text, 'utf16le'),
      Buffer.concat([Buffer.from(text), Buffer.from('\nM\u00e2t ong', 'latin1')]),
      `${text}\n${'"'.repeat(10 * 1024 * 1024)}`,
    ])
      await expect(bring(fileOf(broken))).rejects.toThrow(/was not imported/);
    const path = fileOf(text);
    const cut = {
      at: (done: number) => {
        if (done >= 200) throw new Error('cut');
      },
      stop: () => {},
    };
    await expect(importFile(world.app, await readProductFile(path), cut)).rejects.toThrow('cut');
    expect(await everything()).toEqual(before);
  });

  it('lets one import at a time do its work', async () => {
    const path = fileOf(listOf(...Array.from({ length: 120 }, (_, n) => ({ ...honey, product_name: `Trà đua ${n}` }))));
    const results = await Promise.allSettled([bring(path), bring(path), bring(path)]);
    const done = results.filter((result) => result.status === 'fulfilled');
    for (const result of results) if (result.status === 'rejected') expect(String(result.reason)).toMatch(/Another import is running/);
    expect(done.length).toBeGreaterThanOrEqual(1);
    const [row] = await sql<{ n: number }>(world.db.read, `select count(*)::int as n from catalogue.product where name like 'Trà đua %'`);
    expect(row!.n).toBe(120);
  });
});

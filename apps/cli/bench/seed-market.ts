import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { AppModule } from '@choxa/app-api';
import { Listings } from '@choxa/catalogue';
import { Labels } from '@choxa/labelling';
import { Places } from '@choxa/places';
import { Config, Database, readConfig, sql } from '@choxa/platform';
import { SeedPost } from '@choxa/postal';
import { localDay } from '@choxa/standards';
import type { Goods } from './jobs.js';
import { inventMarket, type Market, type Row } from './market.js';
import { withClient } from '../with-client.js';

const ROWS_AT_ONCE = 5_000;
const LISTINGS_AT_ONCE = 250;

/**
 * Fills a migrated, empty database with an invented market: bulk rows for what lies in tables, the product's own code for what is worked out
 * of them (listings, label panels, the post).
 */
export async function seedMarket(databaseUrl: string, packs: number, log: (line: string) => void): Promise<void> {
  const config = Object.assign(new Config(), readConfig({ DATABASE_URL: databaseUrl }), { workers: false });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: ['error'], abortOnError: false });
  try {
    await app.get(SeedPost, { strict: false }).run();
    const places = app.get(Places, { strict: false });
    const communes = places.provinces().flatMap((province) => places.communes(province.code));
    const market = inventMarket({ packs, communes, today: localDay(new Date()) });
    await withClient(databaseUrl, (client) => insertAll(client, market));
    log(`${market.households.length} hộ / households, ${market.products.length} sản phẩm / products, ${market.packs.length} gói / packs`);
    const db = app.get(Database);
    const listings = app.get(Listings, { strict: false });
    const labels = app.get(Labels, { strict: false });
    await inParts(market.products, LISTINGS_AT_ONCE, (part) =>
      db.transaction((tx) =>
        listings.refresh(
          tx,
          part.map((product) => String(product.id)),
        ),
      ),
    );
    await inParts([...market.packs.entries()], LISTINGS_AT_ONCE, (part) =>
      db.transaction(async (tx) => {
        const judged = await labels.judge(
          tx,
          part.map(([, pack]) => String(pack.id)),
          new Date(),
        );
        const copies = part.map(([n, { id }]) => {
          const panel = labels.panelOf(judged.get(String(id))!);
          return { pack_id: id!, on_hand: market.stock[n]!.on_hand!, popularity: market.sold[n]!, labelled: panel.labelled, label: panel };
        });
        await sql(tx, COPY, [JSON.stringify(copies)]);
      }),
    );
    await withClient(databaseUrl, async (client) => {
      await client.query(OPEN_GRACES, [localDay(new Date())]);
      await tidy(client);
    });
    log('bảng đã sẵn sàng / listings are ready');
  } finally {
    await app.close();
  }
}

/** What the jobs ask for. */
export async function readGoods(databaseUrl: string): Promise<Goods> {
  return withClient(databaseUrl, async (client) => {
    const column = async (text: string): Promise<string[]> => (await client.query<{ value: string }>(text)).rows.map((row) => row.value);
    const addresses = await client.query<Goods['addresses'][number]>(
      `select distinct commune_code as "communeCode", province_code as "provinceCode" from households.household order by 1 limit 300`,
    );
    return {
      slugs: await column('select slug as value from catalogue.product order by id limit 2000'),
      wanted: (await client.query<Goods['wanted'][number]>(WANTED)).rows,
      setCodes: await column('select distinct set_code as value from catalogue.listing where published order by 1'),
      packIds: await column(
        `select pack_id::text as value from catalogue.listing where published and on_hand > 1000 and price_vnd <= 400000
          order by 1 limit 1000`,
      ),
      addresses: addresses.rows,
    };
  });
}

async function insertAll(client: pg.Client, market: Market): Promise<void> {
  for (const [table, rows] of [
    ['households.household', market.households],
    ['households.document', market.documents],
    ['catalogue.product', market.products],
    ['catalogue.pack', market.packs],
    ['catalogue.image', market.images],
    ['catalogue.recognition', market.recognitions],
    ['orders.stock', market.stock],
    ['labelling.barcode', market.barcodes],
    ['labelling.lot', market.lots],
    ['labelling.trace_event', market.traceEvents],
  ] as const)
    await inParts(rows, ROWS_AT_ONCE, (part) => insert(client, table, part));
}

/** What autovacuum would have done by the time a market has grown this large: to tables with rows, and to no others. */
async function tidy(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where n_live_tup > 0 order by 1`,
  );
  await client.query(`vacuum (analyze) ${rows.map((row) => row.name).join(', ')}`);
}

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

async function inParts<T>(all: readonly T[], size: number, work: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += size) await work(all.slice(from, from + size));
}

const WANTED = `
  select product.name, household.province_name as "provinceName"
    from catalogue.product join households.household on household.id = household_id order by product.id limit 2000`;

// What `Listings` would copy in three steps: each rewrites the row and its indexes, and this is a hundred thousand of them.
const COPY = `
  update catalogue.listing set on_hand = given.on_hand, popularity = given.popularity, labelled = given.labelled, label = given.label
    from jsonb_populate_recordset(null::catalogue.listing, $1::jsonb) as given
   where listing.pack_id = given.pack_id`;

// What the first hourly look at the labels would do, in a transaction per pack: with them still to be done, the first jobs were measured beside
// thousands of others. The time ends late enough for no reminder to be due.
const OPEN_GRACES = `
  insert into labelling.label_grace (id, pack_id, household_id, province_code, opened_on, ends_on)
  select gen_random_uuid(), pack_id, household_id, province_code, $1::date, $1::date + 30 from catalogue.listing where published and not labelled`;

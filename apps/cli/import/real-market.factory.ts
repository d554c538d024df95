import { randomUUID } from 'node:crypto';
import { Listings } from '@choxa/catalogue';
import { Places } from '@choxa/places';
import { sql } from '@choxa/platform';
import type { World } from '@choxa/testing';
import { importFile } from './import-products.js';
import { readProductFile } from './product-file.js';

const SILENT = { at: () => {}, stop: () => {} };

/** Imports a list of products as an operator does, then prices and publishes all of it, as their households would have done. For tests. */
export async function openRealMarket(world: World, path: string): Promise<void> {
  const file = await readProductFile(path);
  const results = await importFile(world.app, file, SILENT);
  const provinces = new Map(results.map(({ slug, row }) => [slug, file.rows.find((one) => one.row === row)!.cells.province!]));
  await world.db.transaction(async (tx) => {
    const places = world.get(Places);
    const households = await sql<{ id: string; slug: string }>(
      tx,
      `select distinct on (household.id) household.id, product.slug
         from households.household join catalogue.product on product.household_id = household.id where commune_code is null`,
    );
    // Where the list names no commune, the first one of its province as it was.
    const communes = places.provinces().flatMap(({ code }) => places.communes(code));
    for (const { id, slug } of households) {
      const province = provinces.get(slug)!;
      const area = places.areas().find(({ name }) => province.endsWith(name))!;
      const commune = communes.find(({ code }) => places.areaKeysOf(code).includes(area.key))!;
      await sql(tx, SETTLE, [id, commune.code, commune.name, commune.kind, commune.provinceCode, commune.provinceName]);
    }
    for (const statement of OPEN) await sql(tx, statement, statement.includes('$1') ? [randomUUID()] : []);
    const products = await sql<{ id: string }>(tx, 'select id from catalogue.product order by id');
    await world.get(Listings).refresh(
      tx,
      products.map(({ id }) => id),
    );
    await sql(tx, 'update catalogue.listing set on_hand = 20');
  });
}

const SETTLE = `update households.household
  set commune_code = $2, commune_name = $3, commune_kind = $4, province_code = $5, province_name = $6 where id = $1`;

const OPEN = [
  `update households.household set state = 'approved', approved_at = created_at`,
  `insert into households.document (id, household_id, kind, set_code, number, file_key, file_type, file_bytes, added_at, added_by)
   select gen_random_uuid(), household_id, 'licence', set_code, '1/GP', 'x', 'image/webp', 1, min(created_at), $1
     from catalogue.product where set_code in ('14', '15', '18') group by household_id, set_code`,
  `update catalogue.pack set price_vnd = coalesce(price_vnd, 50000), net_content_value = coalesce(net_content_value, 1),
     net_content_unit = coalesce(net_content_unit, 'piece')`,
  `update catalogue.product set state = 'published', published_at = created_at`,
  // Two officials have confirmed what the list claims, by a decision of this year.
  `update catalogue.recognition set status = 'confirmed', authority = 'UBND tỉnh', decision_number = '1/QĐ-' || left(id::text, 8),
     decision_date = now()::date - 90, expires_on = now()::date + 900, entered_by = $1, entered_at = created_at,
     confirmed_by = gen_random_uuid(), confirmed_at = created_at`,
];

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from '../with-client.js';

/** What officials' figures are made of once the market is large. Two lines to a seller order, ten to a product. */
const HOUSEHOLDS = 20_000;
const PRODUCTS = 100_000;
const SELLER_ORDERS = 500_000;
const PARCELS = 5_000_000;
const AT_ONCE = 100_000;

/** Writes the sources of the facts set-based beside the seeded market, unless the folder has them already: four quarters up to now. */
export async function stockAudit(databaseUrl: string, folder: string, say: (line: string) => void): Promise<void> {
  const marker = join(folder, 'audit');
  if (existsSync(marker)) return;
  const begin = Date.now();
  await withClient(databaseUrl, async (client) => {
    // What is written refers to nothing that is not there: looking each reference up would take longer than the rest.
    await client.query(`set session_replication_role = replica`);
    await client.query('set synchronous_commit = off');
    await client.query(REGISTERS);
    await write(client, HOUSEHOLDS, [WRITE_HOUSEHOLDS, REGISTER_ENTRIES]);
    await write(client, PRODUCTS, [WRITE_PRODUCTS, PACKS, OFFERS, RECOGNITIONS]);
    await write(client, SELLER_ORDERS, [ORDERS, WRITE_SELLER_ORDERS, LINES]);
    say(`audit: ${SELLER_ORDERS * 2} dòng hàng / lines, ${seconds(begin)} s`);
    await write(client, PARCELS, [WRITE_PARCELS]);
    say(`audit: ${PARCELS} bưu gửi / parcels, ${seconds(begin)} s`);
    await client.query('vacuum (analyze)');
  });
  writeFileSync(marker, String(PARCELS));
  say(`audit: ${seconds(begin)} s`);
}

function seconds(begin: number): number {
  return Math.round((Date.now() - begin) / 1000);
}

/** Runs the statements for the things numbered 1 to `count`, some at a time. */
async function write(client: pg.Client, count: number, statements: readonly string[]): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    for (const statement of statements) await client.query(statement, [from + 1, Math.min(count, from + AT_ONCE)]);
}

/** The n-th thing of a kind, as a UUID. */
const id = (kind: number, n: string): string => `(lpad(to_hex(${n}), 8, '0') || '-0000-4000-8000-${String(kind).padStart(12, '0')}')::uuid`;
const household = (n: string): string => id(1, n);
const product = (n: string): string => id(2, n);
const THINGS = 'generate_series($1::int, $2::int) n';
/** When the n-th of so many was delivered: evenly over four quarters up to now. */
const delivered = (count: number): string =>
  `date_trunc('quarter', now()) - interval '9 months'
    + n::float8 / ${count} * (now() - date_trunc('quarter', now()) + interval '9 months')`;
/** Communes of today, numbered from 0. */
const COMMUNES = `
  commune as materialized (
    select row_number() over (order by commune.code) - 1 as place, count(*) over () as communes, commune.code, commune.name, commune.kind,
           province.code as province_code, province.name as province_name
      from places.commune join places.province on province.code = commune.province_code and province.valid_to is null
     where commune.valid_to is null)`;
const LIVES_IN = 'commune.place = n * 13 % commune.communes';

const WRITE_HOUSEHOLDS = `
  with ${COMMUNES}
  insert into households.household (id, slug, name, name_key, producer_name, phone, street, commune_code, commune_name, commune_kind,
    province_code, province_name, state, created_at, approved_at, approved_by)
  select ${household('n')}, 'ho-do-' || n, 'Hộ đo ' || n, 'ho do ' || n, 'Người đo ' || n, '+84501' || lpad(n::text, 6, '0'), 'Thôn 1',
    commune.code, commune.name, commune.kind, commune.province_code, commune.province_name, 'approved', at, at, ${id(9, '1')}
  from ${THINGS} join commune on ${LIVES_IN} cross join lateral (select now() - interval '15 months' as at) approved`;

const REGISTERS = `
  with ${COMMUNES}
  insert into households.register_version (id, commune_code, commune_name, province_code, province_name, as_of, version, source, content_hash, imported_at)
  select ${id(3, 'place + 1')}, code, name, province_code, province_name, (now() - interval '1 year')::date, 1, 'do-toc-do', md5(code), now()
  from commune`;

// Nine of ten are known to the platform.
const REGISTER_ENTRIES = `
  with ${COMMUNES}
  insert into households.register_entry (id, version_id, position, name, household_id, candidates)
  select ${id(4, 'n')}, ${id(3, 'commune.place + 1')}, n, 'Hộ đo ' || n, case when n % 10 > 0 then ${household('n')} end, 1
  from ${THINGS} join commune on ${LIVES_IN}`;

const WRITE_PRODUCTS = `
  insert into catalogue.product (id, household_id, slug, name, name_key, set_scheme, set_code, state, published_at, created_at, updated_at)
  select ${product('n')}, ${household(`1 + n % ${HOUSEHOLDS}`)}, 'hang-do-' || n, 'Hàng đo ' || n, 'hang do ' || n, '2026', (1 + n % 13)::text, 'published',
    at, at, at
  from ${THINGS} cross join lateral (select now() - interval '14 months' as at) made`;

const PACKS = `
  insert into catalogue.pack (id, product_id, position, net_content_value, net_content_unit, price_vnd, weight_grams, created_at)
  select ${id(5, 'n')}, ${product('n')}, 0, 500, 'g', 120000, 550, now() - interval '14 months' from ${THINGS}`;

// On sale from the beginning; a half gets its label later. A seventh never does.
const OFFERS = `
  insert into catalogue.pack_offer (pack_id, at, product_id, household_id, province_code, commune_code, set_code, on_sale, labelled)
  select ${id(5, 'n')}, at, ${product('n')}, seller.id, seller.province_code, seller.commune_code, (1 + n % 13)::text, true, labelled
  from ${THINGS} join households.household seller on seller.id = ${household(`1 + n % ${HOUSEHOLDS}`)}
    cross join lateral (
      select now() - interval '14 months' as at, n % 2 > 0 and n % 7 > 0 as labelled
      union all select now() - interval '8 months', n % 7 > 0 where n % 2 = 0) told`;

const RECOGNITIONS = `
  insert into catalogue.recognition (id, product_id, status, source, stars, authority, decision_number, decision_date, issuing_level, expires_on,
    entered_by, entered_at, confirmed_by, confirmed_at, created_at)
  select ${id(6, 'n')}, ${product('n')}, 'confirmed', 'official', 3, 'UBND tỉnh', n || '/QĐ-DO', at::date, 'province',
    (at + interval '36 months')::date - 1, ${id(9, '1')}, at, ${id(9, '2')}, at, at
  from ${THINGS} cross join lateral (select now() - interval '16 months' as at) decided where n % 5 > 0`;

const ORDERS = `
  insert into orders."order" (id, number, access_key_hash, recipient_name, phone, commune_code, commune_name, province_code, province_name, street,
    payment_method, goods_vnd, postage_vnd, total_vnd, placed_at)
  select ${id(7, 'n')}, 'DO' || n, md5(n::text), 'Người mua', '+84502' || lpad((n % 200000)::text, 6, '0'), '00004', 'Phường Ba Đình', '01', 'Hà Nội',
    'Số ' || n % 900, 'cod', 240000, 22000, 262000, ${delivered(SELLER_ORDERS)} - interval '4 days'
  from ${THINGS}`;

const SELLER = `1 + n::bigint * 7919 % ${HOUSEHOLDS}`;
const WRITE_SELLER_ORDERS = `
  insert into orders.seller_order (id, order_id, household_id, household_name, household_slug, commune_code, province_code, state, goods_vnd,
    postage_vnd, cod_vnd, placed_at, accepted_at, delivered_at, to_address, changed_at)
  select ${id(8, 'n')}, ${id(7, 'n')}, seller.id, seller.name, seller.slug, seller.commune_code, seller.province_code, 'delivered', 240000, 22000,
    262000, at - interval '4 days', at - interval '3 days', at, n % 20 > 0, at
  from (select n, ${household(SELLER)} as seller_id, ${delivered(SELLER_ORDERS)} as at from ${THINGS}) sold
    join households.household seller on seller.id = seller_id`;

// Of each household's five products in turn, with ids in no sequence, as the shop makes them; a third of the lines lacks a lot, a tenth has a number of the platform's own.
const LINES = `
  insert into orders.order_line (id, seller_order_id, position, product_id, product_name, slug, pack_id, set_code, net_content, quantity, price_vnd,
    line_vnd, label, label_check)
  select md5((n * 2 + line)::text)::uuid, ${id(8, 'n')}, line, ${product('goods')}, 'Hàng đo ' || goods, 'hang-do-' || goods, ${id(5, 'goods')},
    (1 + goods % 13)::text, '500 g', 1, 120000, 120000,
    jsonb_build_object('ruleVersion', '2026.1', 'applies', true, 'level', case when lacking then 'none' else 'format_valid' end,
      'compliant', not lacking, 'missing', case when lacking then '["origin.lot", "origin.date"]'::jsonb else '[]' end,
      'parts', jsonb_build_object('brand', 'format_valid', 'barcode', 'format_valid', 'origin', case when lacking then 'none' else 'format_valid' end),
      'barcode', jsonb_build_object('kind', case when goods % 10 = 0 then 'internal' else 'gtin' end, 'number', lpad(goods::text, 14, '0')),
      'lotId', null, 'lotCode', null, 'traceCode', null),
    case when (n + line) % 4 = 0 then 'matches' end
  from (select n, line, ${SELLER} - 1 + ${HOUSEHOLDS} * ((n / ${HOUSEHOLDS} + line) % 5) as counted from ${THINGS}, generate_series(0, 1) line) sold
    cross join lateral (select case when counted = 0 then ${PRODUCTS} else counted end as goods) of_product
    cross join lateral (select goods % 7 = 0 or (n + line) % 97 = 0 as lacking) label`;

// Ninety-two of a hundred reach the address at the first try; the others end in every other way.
const WRITE_PARCELS = `
  with office as (select array_agg(office order by code) as all from postal.office
    where operator_id = (select id from postal.operator order by code limit 1))
  insert into postal.parcel (number, operator_id, sender_key, sender_reference, sender_name, sender_phone, sender_street, sender_commune_code,
    sender_commune_name, sender_province_code, sender_province_name, recipient_name, recipient_phone, recipient_street, recipient_commune_code,
    recipient_commune_name, recipient_province_code, recipient_province_name, weight_grams, accepted_weight_grams, cod_vnd, origin_office_id,
    delivery_office_id, current_office_id, state, state_at, attempts, announced_at, accepted_at, promised_on, route, postage_vnd, closed_at, outcome,
    delivery_place)
  select 'DO' || lpad(n::text, 9, '0'), origin.operator_id, 'bench', 'DO-' || n, 'Hộ gửi', '+84500000000', 'Thôn 1', origin.commune_code,
    origin.commune_name, origin.province_code, origin.province_name, 'Người nhận', '+84500000001', 'Số 1', target.commune_code,
    target.commune_name, target.province_code, target.province_name, 500, 500, 0, origin.id, target.id, target.id, state, at, attempts,
    at - interval '4 days', at - interval '3 days', at::date, array[origin.id, target.id], 22000, at, outcome, place
  from office, ${THINGS}
    cross join lateral (select ${delivered(PARCELS)} as at) closed
    cross join lateral (select (office.all[1 + n % cardinality(office.all)]).*) origin
    cross join lateral (select (office.all[1 + n * 7 % cardinality(office.all)]).*) target
    cross join lateral (select
      case n % 100 when 0 then 'returned' when 1 then 'lost' else 'delivered' end as state,
      case n % 100 when 0 then 'RTD' when 1 then 'lost' else 'EMI' end as outcome,
      case when n % 100 < 2 then null when n % 100 < 5 then 'service_point' else 'address' end as place,
      case when n % 100 < 8 then 2 else 1 end as attempts) ended`;

import { closedUntilSql } from '../listing/closure.sql.js';
import type { Statement } from '../search/statement.js';

/**
 * A product's public page in one statement: one row `{ page }`, JSON text; no row where there is no such product it was never published, or it is taken down.
 * On sale by its household but in no pack (stopped, or the household may not sell) it shows as paused. The recognition shown is chosen as `shownRecognition` does.
 */
export function detailSql(slug: string, today: string): Statement {
  return { name: 'catalogue.product-page', text: PAGE, params: [slug, today] };
}

const IMAGES = `
  select coalesce(json_agg(json_build_object(
           'url', '/api/v1/images/' || key || '-800.webp', 'thumbUrl', '/api/v1/images/' || key || '-320.webp',
           'fullUrl', '/api/v1/images/' || key || '-1600.webp', 'width', width, 'height', height, 'alt', coalesce(nullif(alt, ''), product.name)) order by position, id), '[]')
    from catalogue.image where product_id = product.id`;

const PACKS = `
  select coalesce(json_agg(json_build_object(
           'id', pack.id, 'netContent', listing.net_content, 'netContentValue', pack.net_content_value::float8,
           'netContentUnit', pack.net_content_unit, 'priceVnd', pack.price_vnd, 'inStock', listing.published and listing.on_hand > 0,
           'stopped', exists (select from catalogue.sale_stop where pack_id = pack.id),
           'onHandHint', case when listing.on_hand between 1 and 10 then listing.on_hand end,
           'weightGrams', pack.weight_grams, 'barcode', listing.label -> 'barcode') order by pack.position, pack.id), '[]')
    from catalogue.pack join catalogue.listing on listing.pack_id = pack.id
   where pack.product_id = product.id and pack.price_vnd is not null and pack.retired_at is null`;

/** Columns of `recognition` as the API shows them; `$2` is today. */
export const RECOGNITION_JSON = `json_build_object(
  'status', case status when 'confirmed' then 'confirmed' else 'declared' end,
  'stars', case when status = 'confirmed' and expires_on >= $2::date then stars end,
  'decisionNumber', decision_number, 'authority', authority, 'decisionDate', decision_date, 'expiresOn', expires_on,
  'expired', coalesce(expires_on < $2::date, false))`;

export const SHOWN_FIRST = `coalesce(expires_on < $2::date, false), status <> 'confirmed',
  coalesce(decision_date, expires_on) desc nulls last, id`;

const RECOGNITION = `select ${RECOGNITION_JSON} from catalogue.recognition
  where product_id = product.id and status <> 'revoked' order by ${SHOWN_FIRST} limit 1`;

/** The seller as the page shows it: a closure only while it lasts; `$2` is today. */
const SELLER = `(listing.seller - 'closedFrom') || jsonb_build_object('closedUntil', ${closedUntilSql('listing.seller', '$2')})`;

const PAGE = `
  select json_build_object(
      'id', product.id, 'slug', product.slug, 'name', product.name, 'setScheme', product.set_scheme, 'setCode', product.set_code,
      'description', product.description, 'images', (${IMAGES}), 'household', ${SELLER}, 'packs', (${PACKS}),
      'recognition', (${RECOGNITION}), 'label', listing.label -> 'label', 'trace', nullif(listing.label -> 'trace', 'null'),
      'shelfLifeDays', product.shelf_life_days, 'standards', product.standards,
      'storageAdvice', product.storage_advice, 'allergens', product.allergens, 'brandOwner', product.brand_owner, 'brandName', product.brand_name, 'rating', product.rating,
      'state', case when product.state = 'published' and not listing.published then 'paused' else product.state end
    )::text as page
    from catalogue.product
    join lateral (select seller, label, published from catalogue.listing where product_id = product.id order by published desc, labelled desc, pack_id limit 1) listing on true
   where product.slug = $1 and product.state <> 'draft' and product.taken_down_at is null`;

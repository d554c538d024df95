import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { afterCommit, Clock, sql, steadyArray, type Tx } from '@choxa/platform';
import type { LabelPanel } from './label-panel.js';
import { KeptSearches } from '../search/kept-searches.js';
import { ListingRows } from './listing-rows.js';
import { NoteOffers } from './note-offers.js';

/** On what terms a pack is offered: whether it is on sale, and for how much. */
export interface OnOffer {
  packId: string;
  published: boolean;
  priceVnd: number | null;
}

/** Keeps `catalogue.listing`, the one copy that lists, search, product pages and the cart read. */
@Injectable()
export class Listings {
  constructor(
    private readonly rows: ListingRows,
    private readonly clock: Clock,
    private readonly searches: KeptSearches,
    private readonly offers: NoteOffers,
  ) {}

  /** Makes the rows of these products anew, in the transaction that changed them. Stock, units sold and label stay as they are. */
  async refresh(tx: Tx, productIds: string[]): Promise<void> {
    const rows = await this.rows.of(tx, productIds, localDay(this.clock.now()));
    if (!rows.length) return;
    const json = JSON.stringify(rows);
    await sql(tx, UPSERT, [json]);
    await sql(tx, LEARN_WORDS, [json]);
    await this.offers.run(
      tx,
      rows.map(({ pack_id }) => pack_id),
    );
    afterCommit(tx, () => this.searches.forget());
  }

  /** Makes the rows of a household's products anew: its name, place or state has changed. */
  async refreshHousehold(tx: Tx, householdId: string): Promise<void> {
    const products = await sql<{ id: string }>(tx, 'select id from catalogue.product where household_id = $1', [householdId]);
    await this.refresh(
      tx,
      products.map((product) => product.id),
    );
  }

  /**
   * Copies how many of each pack are there. Called in the transaction that changes `orders.stock` after those rows are locked: their order
   * is then the order in which rivals wait here too. Answers what changed as it is now that nobody else can change it.
   */
  async setOnHand(tx: Tx, packs: readonly { packId: string; onHand: number }[]): Promise<OnOffer[]> {
    if (!packs.length) return [];
    return sql<OnOffer>(
      tx,
      `update catalogue.listing set on_hand = given.on_hand
         from unnest(${steadyArray('$1', 'uuid')}, ${steadyArray('$2', 'int')}) as given (pack_id, on_hand)
        where listing.pack_id = given.pack_id and listing.on_hand <> given.on_hand
       returning listing.pack_id as "packId", listing.published, listing.price_vnd as "priceVnd"`,
      [packs.map((pack) => pack.packId), packs.map((pack) => pack.onHand)],
    );
  }

  /** Copies what labelling knows of a pack. Called whenever one of its label facts changes. */
  async setLabelPanel(tx: Tx, packId: string, panel: LabelPanel): Promise<void> {
    await sql(tx, 'update catalogue.listing set label = $2, labelled = $3 where pack_id = $1', [
      packId,
      JSON.stringify(panel),
      panel.labelled,
    ]);
    await this.offers.run(tx, [packId]);
    afterCommit(tx, () => this.searches.forget());
  }

  /** Counts units sold (negative for units that came back): what "most bought" sorts by. */
  async addSold(tx: Tx, packs: readonly { packId: string; quantity: number }[]): Promise<void> {
    await sql(
      tx,
      `update catalogue.listing set popularity = greatest(0, popularity + sold.quantity)
         from (select pack_id, sum(quantity)::int as quantity from unnest($1::uuid[], $2::int[]) as line (pack_id, quantity) group by pack_id) sold
        where listing.pack_id = sold.pack_id`,
      [packs.map((pack) => pack.packId), packs.map((pack) => pack.quantity)],
    );
  }
}

const COPIED = [
  'product_id uuid',
  'household_id uuid',
  'published boolean',
  'stars int',
  'stars_until date',
  'price_vnd bigint',
  'published_at timestamptz',
  'weight_grams int',
  'set_code text',
  'province_code text',
  'commune_code text',
  'commune_name text',
  'season_months int',
  'name_folded text',
  'exact text',
  'marks text',
  'shape int',
  'name text',
  'slug text',
  'household_name text',
  'household_slug text',
  'province_name text',
  'net_content text',
  'brand_name text',
  'image_key text',
  'card text',
  'seller jsonb',
];
const NAMES = COPIED.map((column) => column.split(' ')[0]!);

const UPSERT = `
  insert into catalogue.listing as listing (pack_id, words, label, ${NAMES.join(', ')})
  select pack_id, array_to_tsvector(words), label, ${NAMES.join(', ')}
    from jsonb_to_recordset($1::jsonb) as row (pack_id uuid, words text[], label jsonb, ${COPIED.join(', ')})
   order by pack_id
  on conflict (pack_id) do update set words = excluded.words, ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;

// Of the listings on sale only: a draft's slips of the pen must not become what others are taken to have meant.
const LEARN_WORDS = `
  insert into catalogue.word (word, product_id)
  select distinct on (given.word) given.word, product_id
    from jsonb_to_recordset($1::jsonb) as row (product_id uuid, published boolean, words text[]), unnest(words) as given (word)
   where published and length(given.word) between 2 and 40 and given.word !~ '[0-9@]'
     and not exists (select from catalogue.word known where known.word = given.word)
  on conflict do nothing`;

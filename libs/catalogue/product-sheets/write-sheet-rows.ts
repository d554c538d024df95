import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { spellingKey } from '@choxa/standards';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { PackEntity } from '../packs/pack.entity.js';
import { changedPack, NO_PACK_FACTS, type PackFacts } from '../packs/pack-facts.js';
import { NewPacks, type NewPack } from '../packs/new-packs.js';
import { OpeningStock } from '../packs/stock-keeper.js';
import { NewDrafts, type NewDraft } from '../products/new-drafts.js';
import { changedFacts, NO_FACTS, type ProductFacts } from '../products/product-facts.js';
import type { SheetOutcome } from './product-sheet-row.entity.js';
import type { SheetPack } from './sheet-row.rules.js';

export interface WrittenRow {
  outcome: SheetOutcome;
  productId: string;
}

interface KnownProduct {
  id: string;
  packs: { id: string; content: string; priceVnd: number | null; onHand: number }[];
}

/**
 * Writes good rows of one household: a product is the one whose name is spelled so, a pack the one with that net content. A new product is a
 * draft; of a known pack only price and stock change.
 */
@Injectable()
export class WriteSheetRows {
  constructor(
    private readonly clock: Clock,
    private readonly drafts: NewDrafts,
    private readonly packs: NewPacks,
    private readonly listings: Listings,
    private readonly stock: OpeningStock,
    private readonly events: Events,
  ) {}

  /** One answer a row, in their order. In the caller's transaction. */
  async write(tx: Tx, householdId: string, rows: readonly SheetPack[]): Promise<WrittenRow[]> {
    // Two sheets of one household at once would both find nothing; the second waits here.
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('catalogue.product-sheet ' || $1, 0))`, [householdId]);
    const known = await this.known(tx, householdId, rows);
    const plan: Plan = { drafts: new Map(), packs: [], prices: [], onHand: new Map() };
    const written = rows.map((row): WrittenRow => {
      const key = spellingKey(row.name);
      let product = known.get(key);
      if (!product) {
        known.set(key, (product = { id: randomUUID(), packs: [] }));
        plan.drafts.set(product.id, { ...productFactsOf(row), id: product.id, householdId, packs: [] });
      }
      return { outcome: planPack(plan, product, row), productId: product.id };
    });
    if (plan.drafts.size) await this.drafts.insertAll(tx, [...plan.drafts.values()]);
    if (plan.packs.length) await this.packs.insertAll(tx, plan.packs);
    for (const { packId, priceVnd } of plan.prices) await tx.update(PackEntity, { id: packId }, { priceVnd });
    const changed = [...new Set(written.filter(({ outcome }) => outcome !== 'same').map(({ productId }) => productId))];
    await sql(tx, 'update catalogue.product set revision = revision + 1, updated_at = $2 where id = any($1::uuid[])', [
      changed,
      this.clock.now(),
    ]);
    await this.listings.refresh(tx, changed);
    await this.stock.open(
      tx,
      [...plan.onHand].map(([packId, onHand]) => ({ packId, onHand })),
    );
    await this.events.publishAll(
      tx,
      ProductChanged,
      changed.map((productId) => ({ productId })),
    );
    return written;
  }

  /** The household's products of these names, by spelling; of namesakes the oldest. */
  private async known(tx: Tx, householdId: string, rows: readonly SheetPack[]): Promise<Map<string, KnownProduct>> {
    const keys = [...new Set(rows.map(({ name }) => spellingKey(name)))];
    const products = await sql<KnownProduct & { nameKey: string }>(tx, KNOWN, [householdId, keys]);
    return new Map(products.reverse().map((product) => [product.nameKey, product]));
  }
}

/** What is to be written, gathered so that each kind is one statement. */
interface Plan {
  /** By product id. */
  drafts: Map<string, NewDraft>;
  /** Further packs of products that are there. */
  packs: NewPack[];
  prices: { packId: string; priceVnd: number }[];
  onHand: Map<string, number>;
}

function planPack({ drafts, packs, prices, onHand }: Plan, product: KnownProduct, row: SheetPack): SheetOutcome {
  const content = `${row.netContentValue} ${row.netContentUnit}`;
  const known = product.packs.find((one) => one.content === content);
  if (!known) {
    const pack = { ...packFactsOf(row), id: randomUUID() };
    const draft = drafts.get(product.id);
    if (draft) draft.packs.push(pack);
    else packs.push({ ...pack, productId: product.id, position: product.packs.length });
    product.packs.push({ id: pack.id, content, priceVnd: row.priceVnd, onHand: row.stock ?? 0 });
    onHand.set(pack.id, row.stock ?? 0);
    return 'created';
  }
  const otherPrice = known.priceVnd !== row.priceVnd;
  const otherStock = row.stock !== null && row.stock !== known.onHand;
  if (otherPrice) prices.push({ packId: known.id, priceVnd: row.priceVnd });
  if (otherStock) onHand.set(known.id, row.stock!);
  return otherPrice || otherStock ? 'updated' : 'same';
}

function productFactsOf({ name, setCode, description, brandName, standards, shelfLifeDays }: SheetPack): ProductFacts {
  return changedFacts(NO_FACTS, { name, setCode, description, brandName, standards, shelfLifeDays });
}

function packFactsOf({ netContentValue, netContentUnit, priceVnd, weightGrams }: SheetPack): PackFacts {
  return changedPack(NO_PACK_FACTS, { netContentValue, netContentUnit, priceVnd, weightGrams });
}

const KNOWN = `
  select product.id, product.name_key as "nameKey",
         coalesce((select json_agg(json_build_object('id', pack.id, 'content', pack.net_content_value::float8 || ' ' || pack.net_content_unit,
                                                     'priceVnd', pack.price_vnd, 'onHand', coalesce(listing.on_hand, 0)))
                     from catalogue.pack left join catalogue.listing on listing.pack_id = pack.id
                    where pack.product_id = product.id and pack.retired_at is null), '[]') as packs
    from catalogue.product where household_id = $1 and name_key = any($2)
   order by product.created_at, product.id`;

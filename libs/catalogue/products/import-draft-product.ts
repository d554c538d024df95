import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OCOP_SCHEME, spellingKey } from '@choxa/standards';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { estimatedWeightGrams, type NetContentUnit } from '../packs/net-content.rules.js';
import { NO_PACK_FACTS } from '../packs/pack-facts.js';
import { PackEntity } from '../packs/pack.entity.js';
import { RecognitionEntity } from '../recognitions/recognition.entity.js';
import { lastDayOf, usualLevel } from '../recognitions/recognition.rules.js';
import { insertProduct } from './insert-product.js';
import { NO_FACTS } from './product-facts.js';
import { requireSet } from './require-set.js';

export interface ImportDraftProductInput {
  householdId: string;
  name: string;
  setCode: string;
  description?: string | null;
  /** Null: the list did not say, the household will. */
  priceVnd?: number | null;
  netContent?: { value: number; unit: NetContentUnit } | null;
  /** What the list claims; it stays declared, without stars. */
  recognition?: {
    stars: number;
    year?: number | null;
    decisionDate?: string | null;
    authority?: string | null;
    decisionNumber?: string | null;
  } | null;
}

export interface ImportedProduct {
  productId: string;
  packId: string;
  slug: string;
  /** False: it was there before. */
  created: boolean;
  /** False: the recognition was there before, or none was named. */
  recognitionCreated: boolean;
}

/**
 * Brings one product of a list in as a draft, with one pack and its recognition as declared. A product is the same when its household and the
 * spelling of its name are (`spellingKey`: case, spaces and placement of tones do not count, accents do): then nothing of it is changed, and only
 * an unknown recognition is added.
 */
@Injectable()
export class ImportDraftProduct {
  constructor(
    private readonly listings: Listings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, so that a file comes in whole or not at all. Throws `product.set-unknown`. */
  async run(tx: Tx, input: ImportDraftProductInput): Promise<ImportedProduct> {
    const [imported] = await this.runAll(tx, [input]);
    return imported!;
  }

  /** As `run`, for many: one answer each, in their order. A product named twice is created by the first. */
  async runAll(tx: Tx, inputs: readonly ImportDraftProductInput[]): Promise<ImportedProduct[]> {
    // Two imports at once would both find nothing; the second waits here. One lock for all, since a large file would need more than there are.
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('catalogue.import', 0))`);
    const imported: ImportedProduct[] = [];
    for (const input of inputs) imported.push(await this.bring(tx, input));
    const created = imported.filter((product) => product.created).map((product) => product.productId);
    if (created.length) await this.listings.refresh(tx, created);
    const changed = imported.filter((product) => product.created || product.recognitionCreated).map((product) => product.productId);
    for (const productId of new Set(changed)) await this.events.publish(tx, ProductChanged, { productId });
    return imported;
  }

  private async bring(tx: Tx, input: ImportDraftProductInput): Promise<ImportedProduct> {
    requireSet(input.setCode);
    const key = spellingKey(input.name);
    const known = await this.known(tx, input.householdId, key);
    const product = known ?? (await this.insert(tx, input, key));
    const recognitionCreated = await this.declare(tx, product.productId, input.recognition ?? null);
    return { ...product, created: !known, recognitionCreated };
  }

  private async known(tx: Tx, householdId: string, key: string): Promise<Found | undefined> {
    const [row] = await sql<Found>(
      tx,
      `select product.id as "productId", product.slug, (select id from catalogue.pack where product_id = product.id order by position, id limit 1) as "packId"
         from catalogue.product where household_id = $1 and (import_key = $2 or name_key = $2)
        order by import_key is distinct from $2, created_at, id limit 1`,
      [householdId, key],
    );
    return row;
  }

  private async insert(
    tx: Tx,
    { householdId, name, setCode, description, priceVnd, netContent }: ImportDraftProductInput,
    key: string,
  ): Promise<Found> {
    const now = this.clock.now();
    const product = await insertProduct(tx, {
      ...NO_FACTS,
      id: randomUUID(),
      householdId,
      name,
      importKey: key,
      setScheme: OCOP_SCHEME,
      setCode,
      description: description ?? '',
      state: 'draft',
      revision: 0,
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    const { id: productId, slug } = product!;
    const packId = randomUUID();
    await tx.insert(PackEntity, {
      id: packId,
      ...NO_PACK_FACTS,
      productId,
      position: 0,
      netContentValue: netContent ? String(netContent.value) : null,
      netContentUnit: netContent?.unit ?? null,
      priceVnd: priceVnd ?? null,
      weightGrams: estimatedWeightGrams(netContent?.value ?? null, netContent?.unit ?? null),
      createdAt: now,
    });
    return { productId, packId, slug };
  }

  private async declare(tx: Tx, productId: string, claimed: (ImportDraftProductInput['recognition'] & {}) | null): Promise<boolean> {
    if (!claimed) return false;
    const { stars, year = null, decisionDate = null, authority = null, decisionNumber = null } = claimed;
    const [same] = await sql(
      tx,
      `select 1 from catalogue.recognition
        where product_id = $1 and ((stars = $2 and coalesce(year, extract(year from decision_date)) is not distinct from $3)
           or (authority = $4 and decision_number = $5 and decision_date = $6::date)) limit 1`,
      [productId, stars, year ?? (decisionDate && Number(decisionDate.slice(0, 4))), authority, decisionNumber, decisionDate],
    );
    if (same) return false;
    await tx.insert(RecognitionEntity, {
      id: randomUUID(),
      productId,
      status: 'declared',
      source: 'import',
      stars,
      authority,
      decisionNumber,
      decisionDate,
      year,
      issuingLevel: usualLevel(stars),
      setNamed: null,
      expiresOn: lastDayOf(decisionDate, year),
      declaredBy: null,
      enteredBy: null,
      enteredAt: null,
      confirmedBy: null,
      confirmedAt: null,
      createdAt: this.clock.now(),
    });
    return true;
  }
}

interface Found {
  productId: string;
  packId: string;
  slug: string;
}

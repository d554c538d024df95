import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts, Listings, SaleStops, type LabelPanel, type LabelFactsOfProduct } from '@choxa/catalogue';
import { Places } from '@choxa/places';
import { Clock, Config, type Tx } from '@choxa/platform';
import type { NumberKind } from '@choxa/standards';
import { LabelGraces } from '../label-grace/label-graces.js';
import { lockPack } from '../pack-lock.js';
import { toLabelPanel } from './label-panel.js';
import type { LabelField, LabelLevel, LabelPart } from './label-fields.js';
import { judgeLabel, type LabelFacts, type LabelVerdict } from './label.rules.js';
import { mustStopSale } from '../recalls/recall-stop.query.js';
import { ownFacts, type OwnFacts } from './own-facts.query.js';

/** What an order line keeps for ever of the label as it was (domain.md §5). Values only. */
export interface LabelSnapshot {
  ruleVersion: string;
  /** False for a service (set 26): outside the labelled share. */
  applies: boolean;
  level: LabelLevel;
  compliant: boolean;
  missing: LabelField[];
  parts: Record<LabelPart, LabelLevel>;
  /** `number`: 14 digits. */
  barcode: { kind: NumberKind; number: string } | null;
  lotId: string | null;
  lotCode: string | null;
  traceCode: string | null;
}

/** A pack's label: the facts, and what the rule says of them. */
export interface JudgedLabel {
  facts: LabelFacts;
  own: OwnFacts;
  product: LabelFactsOfProduct;
  verdict: LabelVerdict;
}

// Seven collaborators: where a label's facts come from, and what must follow in the same transaction when it changes.
/** The label of packs: judged for orders, copied onto listings, shown on trace pages. */
@Injectable()
export class Labels {
  constructor(
    private readonly products: LabelFactsOfProducts,
    private readonly places: Places,
    private readonly listings: Listings,
    private readonly saleStops: SaleStops,
    private readonly graces: LabelGraces,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Labels of packs as they are at an instant; packs that do not exist are absent. Three statements, whatever the number of packs. */
  async judge(tx: Tx, packIds: readonly string[], at: Date, lotId: string | null = null): Promise<Map<string, JudgedLabel>> {
    if (!packIds.length) return new Map();
    const products = await this.products.byPackIds(tx, packIds);
    const judged = new Map<string, JudgedLabel>();
    for (const own of await ownFacts(tx, packIds, at, lotId)) {
      const product = products.get(own.packId);
      if (!product) continue;
      const facts = this.factsOf(product, own);
      judged.set(own.packId, { facts, own, product, verdict: judgeLabel(facts, at) });
    }
    return judged;
  }

  /** What the lines of an order placed at `at` keep. A pack that does not exist is absent. */
  async snapshots(tx: Tx, packIds: readonly string[], at: Date): Promise<Map<string, LabelSnapshot>> {
    const judged = await this.judge(tx, packIds, at);
    return new Map([...judged].map(([packId, { verdict, own }]) => [packId, toSnapshot(verdict, own)]));
  }

  /**
   * Copies the pack's label, as it is now, onto its listing, stops its sale while a recall demands it, and ends a pause for an incomplete label.
   * Called in the transaction of every change of it. What the rule says; null where there is no such pack.
   */
  async refresh(tx: Tx, packId: string): Promise<LabelVerdict | null> {
    await lockPack(tx, packId);
    const judged = (await this.judge(tx, [packId], this.clock.now())).get(packId);
    if (!judged) return null;
    await this.listings.setLabelPanel(tx, packId, this.panelOf(judged));
    await this.saleStops.set(tx, packId, 'recall', await mustStopSale(tx, packId, judged.own.lotId !== null));
    if (!judged.verdict.missing.length) await this.graces.release(tx, packId, judged.product.productName);
    return judged.verdict;
  }

  panelOf({ verdict, own, product }: JudgedLabel): LabelPanel {
    return toLabelPanel(verdict, own, product.brandName, this.config.publicUrl);
  }

  private factsOf(product: LabelFactsOfProduct, own: OwnFacts): LabelFacts {
    return {
      setCode: product.setCode,
      brand: { name: product.brandName, owner: product.brandOwner },
      barcode: own.number ? { kind: own.kind!, number14: own.number, allottedAt: own.allottedAt! } : null,
      producer: { name: product.producerName, communeKnown: this.isCommune(product.communeCode) },
      hasImage: product.hasImage,
      standards: product.standards,
      shelfLifeDays: product.shelfLifeDays,
      lot: own.lotId
        ? {
            code: own.lotCode!,
            producedOn: own.producedOn,
            expiresOn: own.expiresOn,
            placeKnown: this.isCommune(own.lotCommuneCode),
            traceCode: own.traceCode,
            eventsBeforeShipping: Number(own.eventsBeforeShipping),
          }
        : null,
      checked: own.barcodeChecked ? ['barcode'] : [],
    };
  }

  private isCommune(code: string | null): boolean {
    return code !== null && this.places.commune(code) !== null;
  }
}

function toSnapshot(verdict: LabelVerdict, own: OwnFacts): LabelSnapshot {
  const { ruleVersion, applies, level, compliant, missing, parts } = verdict;
  return {
    ruleVersion,
    applies,
    level,
    compliant,
    missing: [...missing],
    parts: { ...parts },
    barcode: own.number ? { kind: own.kind!, number: own.number } : null,
    lotId: own.lotId,
    lotCode: own.lotCode,
    traceCode: own.traceCode,
  };
}

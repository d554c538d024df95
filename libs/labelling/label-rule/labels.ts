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
import { factsForSale, ownFacts, type OwnFacts } from './own-facts.query.js';

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

/** The label of packs that come from one lot, or from none. */
export interface LabelForSale {
  label: LabelSnapshot;
  /** Packs the household counted in the lot; null when nobody counted, or there is no lot. */
  counted: number | null;
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
    const judged = await this.judgeEach(tx, packIds, at, await ownFacts(tx, packIds, at, lotId));
    return new Map(judged.map((label) => [label.own.packId, label]));
  }

  /**
   * What the lines of an order placed at `at` may keep: by pack, a label for each lot it can be filled from, first expired first; one without a
   * lot where there is none. A pack that does not exist is absent. Three statements, whatever the number of packs.
   */
  async forSale(tx: Tx, packIds: readonly string[], at: Date): Promise<Map<string, LabelForSale[]>> {
    const judged = await this.judgeEach(tx, packIds, at, await factsForSale(tx, packIds, at));
    const labels = new Map<string, LabelForSale[]>();
    for (const { verdict, own } of judged) {
      const known = labels.get(own.packId) ?? [];
      labels.set(own.packId, [...known, { label: toSnapshot(verdict, own), counted: own.lotQuantity }]);
    }
    return labels;
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

  private async judgeEach(tx: Tx, packIds: readonly string[], at: Date, owns: OwnFacts[]): Promise<JudgedLabel[]> {
    const products = await this.products.byPackIds(tx, packIds);
    return owns.flatMap((own) => {
      const product = products.get(own.packId);
      if (!product) return [];
      const facts = this.factsOf(product, own);
      return [{ facts, own, product, verdict: judgeLabel(facts, at) }];
    });
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

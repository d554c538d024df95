import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Config, platformProblem, type Tx } from '@choxa/platform';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { Labels, type JudgedLabel } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { LotEntity } from '../lots/lot.entity.js';
import { packLink } from '../trace/trace-link.rules.js';
import type { LabelContent } from './label-layout.js';

export interface LabelWish {
  packId: string;
  /** The lot the goods are from; the one the pack is sold from when null, and a label without lot where there is none. */
  lotId: string | null;
}

/** What a label says, and what of. */
export interface FoundLabel {
  packId: string;
  lotId: string | null;
  /** 14 digits. */
  number: string;
  content: LabelContent;
}

/** Puts together what labels say. Whose packs they are is asked before. */
@Injectable()
export class LabelContents {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly labels: Labels,
  ) {}

  /** In the order of `wishes`. Throws `not-found` on a lot that is not the pack's; `label.no-barcode` pointing at `/lines/{n}`. */
  async of(tx: Tx, wishes: readonly LabelWish[]): Promise<FoundLabel[]> {
    const packIds = [...new Set(wishes.map(({ packId }) => packId))];
    const now = this.clock.now();
    const usual = await this.labels.judge(tx, packIds, now);
    const barcodes = await tx.findBy(BarcodeEntity, { packId: In(packIds), state: 'current' });
    const found: FoundLabel[] = [];
    for (const [index, { packId, lotId }] of wishes.entries()) {
      const judged = lotId ? (await this.labels.judge(tx, [packId], now, lotId)).get(packId) : usual.get(packId);
      if (!judged || (lotId && !judged.own.lotId)) throw platformProblem('not-found');
      const barcode = barcodes.find((one) => one.packId === packId);
      if (!barcode)
        throw labellingProblem('label.no-barcode', {
          errors: [{ pointer: `/lines/${index}`, code: 'label.no-barcode', detail: judged.product.productName }],
        });
      const lot = judged.own.lotId ? await tx.findOneByOrFail(LotEntity, { id: judged.own.lotId, packId }) : null;
      found.push({ packId, lotId: lot?.id ?? null, number: barcode.number, content: this.contentOf(judged, barcode, lot) });
    }
    return found;
  }

  private contentOf({ product }: JudgedLabel, { kind, number }: BarcodeEntity, lot: LotEntity | null): LabelContent {
    const barcode = { kind, number14: number };
    return {
      productName: product.productName,
      netContent: product.netContent,
      producerName: product.producerName,
      place: [product.communeName, product.provinceName].filter(Boolean).join(', '),
      barcode,
      link: packLink(this.config.publicUrl, barcode, lot),
      lot,
    };
  }
}

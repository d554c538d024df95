import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { LabelFactsOfProducts, ProductRecognitions, type LabelFactsOfProduct, type RecognitionView } from '@choxa/catalogue';
import { Clock, Database, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { Labels, type JudgedLabel } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { LotEntity } from '../lots/lot.entity.js';
import { lotHistories, type LinkedLot, type LotHistory } from '../lots/lot-histories.query.js';
import { LotRecallEntity } from '../recalls/lot-recall.entity.js';
import type { TraceQuestion } from './trace-code-in.rules.js';

/** Everything a trace page tells. */
export interface Trace {
  packId: string;
  /** The number asked for was corrected since: the pack carries another today. */
  corrected: boolean;
  /** The lot is past its last good day. */
  expired: boolean;
  /** Null where the code names a pack only. */
  lot: LotEntity | null;
  /** Null where the code names a pack only. */
  history: LotHistory | null;
  /** The running recall that concerns what was asked: of the lot, or of the whole pack. */
  recall: LotRecallEntity | null;
  /** Packs of the lots one step away, by pack id. */
  linked: Map<string, LabelFactsOfProduct>;
  barcode: BarcodeEntity | null;
  judged: JudgedLabel;
  recognition: RecognitionView | null;
  serial: string | null;
}

/** Finds what a printed code is about. */
@Injectable()
export class Traces {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly labels: Labels,
    private readonly recognitions: ProductRecognitions,
    private readonly products: LabelFactsOfProducts,
  ) {}

  /** Throws `trace.unknown`. */
  async find(question: TraceQuestion): Promise<Trace> {
    const tx = this.db.read;
    const found = question.kind === 'lot' ? await this.byTraceCode(tx, question.traceCode) : await this.byNumber(tx, question);
    const { packId, lot } = found;
    const now = this.clock.now();
    const today = localDay(now);
    const judged = (await this.labels.judge(tx, [packId], now, lot?.id ?? null)).get(packId);
    if (!judged) throw labellingProblem('trace.unknown');
    const history = lot ? (await lotHistories(tx, [lot.id])).get(lot.id)! : null;
    return {
      ...found,
      expired: Boolean(lot?.expiresOn && lot.expiresOn < today),
      history,
      recall:
        history?.recall?.endedAt === null
          ? history.recall
          : await tx.findOneBy(LotRecallEntity, { packId, scope: 'pack', endedAt: IsNull() }),
      linked: await this.products.byPackIds(tx, packIdsOf(history)),
      barcode: await tx.findOneBy(BarcodeEntity, { packId, state: 'current' }),
      judged,
      recognition: (await this.recognitions.byProductIds(tx, [judged.product.productId], today)).get(judged.product.productId) ?? null,
    };
  }

  private async byTraceCode(tx: Tx, traceCode: string) {
    const lot = await tx.findOneBy(LotEntity, { traceCode });
    if (!lot) throw labellingProblem('trace.unknown');
    return { packId: lot.packId, lot, corrected: false, serial: null };
  }

  private async byNumber(tx: Tx, { number14, lotCode, serial }: Extract<TraceQuestion, { kind: 'pack' }>) {
    const barcode = await tx.findOneBy(BarcodeEntity, { number: number14 });
    if (!barcode) throw labellingProblem('trace.unknown');
    const { packId, state } = barcode;
    const lot = lotCode ? await tx.findOneBy(LotEntity, { packId, code: lotCode }) : null;
    if (lotCode && !lot)
      throw labellingProblem('trace.unknown', { errors: [{ pointer: '/lot', code: 'trace.lot-unknown', detail: lotCode }] });
    return { packId, lot, corrected: state === 'replaced', serial };
  }
}

function packIdsOf(history: LotHistory | null): string[] {
  const lots: LinkedLot[] = history ? [...history.inputs, ...history.outputs] : [];
  return [...new Set(lots.map(({ packId }) => packId))];
}

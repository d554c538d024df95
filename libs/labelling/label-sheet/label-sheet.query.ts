import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Clock, Config, Database, platformProblem, type Actor } from '@choxa/platform';
import { displayNumber, localDay } from '@choxa/standards';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { LotEntity } from '../lots/lot.entity.js';
import { packLink } from '../trace/trace-link.rules.js';
import { labelPdf } from './label-pdf.js';

/** Puts together what a pack's label says and draws it. */
@Injectable()
export class LabelSheet {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly ownPacks: OwnPacks,
    private readonly labels: Labels,
  ) {}

  /**
   * @param lotId the lot the goods are from; the one the pack is sold from when null, and a label without lot where there is none
   * Throws `not-found` on a pack or lot that is not the actor's, `label.no-barcode`.
   */
  async of(actor: Actor, packId: string, lotId: string | null, copies: number): Promise<{ pdf: PDFKit.PDFDocument; fileName: string }> {
    const tx = this.db.read;
    await this.ownPacks.require(tx, actor, packId);
    const judged = (await this.labels.judge(tx, [packId], this.clock.now(), lotId)).get(packId);
    if (!judged || (lotId && !judged.own.lotId)) throw platformProblem('not-found');
    const { own, product } = judged;
    const barcode = await tx.findOneBy(BarcodeEntity, { packId, state: 'current' });
    if (!barcode) throw labellingProblem('label.no-barcode');
    const lot = own.lotId ? await tx.findOneByOrFail(LotEntity, { id: own.lotId }) : null;
    const number = { kind: barcode.kind, number14: barcode.number };
    const content = {
      productName: product.productName,
      netContent: product.netContent,
      producerName: product.producerName,
      place: [product.communeName, product.provinceName].filter(Boolean).join(', '),
      barcode: number,
      link: packLink(this.config.publicUrl, number, lot),
      lot,
    };
    // Dated by the facts, not by the moment of printing, so that printing again gives the same file.
    const pdf = labelPdf(content, copies, lot?.madeAt ?? barcode.allottedAt);
    return { pdf, fileName: `nhan-${displayNumber(barcode.number)}-${lot?.producedOn ?? localDay(barcode.allottedAt)}.pdf` };
  }
}

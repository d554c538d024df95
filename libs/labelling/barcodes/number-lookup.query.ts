import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts } from '@choxa/catalogue';
import { Database, Int, OneOf, platformProblem, Text, Uuid, type Tx } from '@choxa/platform';
import { displayNumber, parseItemNumber, type NumberKind } from '@choxa/standards';
import { CartonEntity } from '../cartons/carton.entity.js';
import { labellingProblem } from '../labelling.problems.js';
import { barcodeFault } from './barcode.rules.js';
import { BarcodeEntity } from './barcode.entity.js';

export class NumberLookupDto {
  @OneOf(['gtin', 'internal'] as const) kind: NumberKind;
  @Text({ description: '14 digits, zeros in front' }) number: string;
  @OneOf(['current', 'replaced'] as const, { description: 'replaced: corrected since; the pack carries another today' })
  state: 'current' | 'replaced';
  @Uuid() packId: string;
  @Int({ optional: true, description: 'Packs in the carton; null where the number is of the pack itself' }) packsInside: number | null;
  @Text({ optional: true, description: 'What the pack carries today' }) currentDigits: string | null;
  @Text() productSlug: string;
  @Text({ max: 500 }) productName: string;
  @Text() netContent: string;
}

interface Found {
  kind: NumberKind;
  state: 'current' | 'replaced';
  packId: string;
  packsInside: number | null;
}

/** Finds the pack of a number as scanners hand it over: 8, 12 (an `04…` read as UPC-A), 13 or 14 digits, of the pack or of a carton. */
@Injectable()
export class NumberLookup {
  constructor(
    private readonly db: Database,
    private readonly products: LabelFactsOfProducts,
  ) {}

  /** Throws `barcode.*` on a text that is no number, `not-found` on one nobody has or whose product was never on sale. */
  async find(text: string): Promise<NumberLookupDto> {
    const item = parseItemNumber(text);
    if (!item.ok) throw labellingProblem(barcodeFault(item.code));
    const tx = this.db.read;
    const found = await this.packOf(tx, item.number14);
    const product = found && (await this.products.byPackIds(tx, [found.packId])).get(found.packId);
    if (!found || !product || product.state === 'draft') throw platformProblem('not-found');
    const current = await tx.findOneBy(BarcodeEntity, { packId: found.packId, state: 'current' });
    return {
      ...found,
      number: item.number14,
      currentDigits: current && displayNumber(current.number),
      productSlug: product.slug,
      productName: product.productName,
      netContent: product.netContent,
    };
  }

  private async packOf(tx: Tx, number: string): Promise<Found | null> {
    const barcode = await tx.findOneBy(BarcodeEntity, { number });
    if (barcode) return { kind: barcode.kind, state: barcode.state, packId: barcode.packId, packsInside: null };
    const carton = await tx.findOneBy(CartonEntity, { number });
    return carton && { kind: 'gtin', state: carton.state, packId: carton.packId, packsInside: carton.packsInside };
  }
}

import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts } from '@choxa/catalogue';
import { Households } from '@choxa/households';
import type { Tx } from '@choxa/platform';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { LotEntity } from '../lots/lot.entity.js';
import { readAddress } from './label-address.rules.js';

/** What is known here of a label that somebody holds; all null for one that is not ours. */
export interface DoubtedLabel {
  packId: string | null;
  lotId: string | null;
  serial: string | null;
  /** Of its maker. */
  provinceCode: string | null;
}

/** Finds the pack and maker behind the address of a label, as far as there are any. */
@Injectable()
export class DoubtedLabels {
  constructor(
    private readonly products: LabelFactsOfProducts,
    private readonly households: Households,
  ) {}

  async of(tx: Tx, address: string): Promise<DoubtedLabel> {
    const read = readAddress(address);
    if (!read.ok) return { packId: null, lotId: null, serial: null, provinceCode: null };
    const { question } = read;
    if (question.kind === 'lot') {
      const lot = await tx.findOneBy(LotEntity, { traceCode: question.traceCode });
      return this.known(tx, lot?.packId ?? null, lot, null);
    }
    const packId = (await tx.findOneBy(BarcodeEntity, { number: question.number14 }))?.packId ?? null;
    const lot = packId && question.lotCode ? await tx.findOneBy(LotEntity, { packId, code: question.lotCode }) : null;
    return this.known(tx, packId, lot, question.serial);
  }

  private async known(tx: Tx, packId: string | null, lot: LotEntity | null, serial: string | null): Promise<DoubtedLabel> {
    return { packId, lotId: lot?.id ?? null, serial, provinceCode: packId && (await this.provinceOf(tx, packId)) };
  }

  private async provinceOf(tx: Tx, packId: string): Promise<string | null> {
    const product = (await this.products.byPackIds(tx, [packId])).get(packId);
    const household = product && (await this.households.byIds(tx, [product.householdId])).get(product.householdId);
    return household?.provinceCode ?? null;
  }
}

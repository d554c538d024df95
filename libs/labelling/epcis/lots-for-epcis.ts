import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config, type Tx } from '@choxa/platform';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { lotHistories } from '../lots/lot-histories.query.js';
import type { LotEntity } from '../lots/lot.entity.js';
import { lotUri } from './epcis-ids.rules.js';
import type { LotForEpcis } from './lot-events.rules.js';

/** Lots with all that a document says of them. */
@Injectable()
export class LotsForEpcis {
  constructor(private readonly config: Config) {}

  async of(tx: Tx, lots: LotEntity[]): Promise<LotForEpcis[]> {
    const histories = await lotHistories(
      tx,
      lots.map(({ id }) => id),
    );
    const packIds = lots.flatMap((lot) => [lot.packId, ...histories.get(lot.id)!.inputs.map(({ packId }) => packId)]);
    const barcodes = await tx.findBy(BarcodeEntity, { packId: In([...new Set(packIds)]), state: 'current' });
    const numbers = new Map(barcodes.map(({ packId, kind, number }) => [packId, { kind, number14: number }]));
    const nameOf = (lot: { code: string; traceCode: string; packId: string }): string =>
      lotUri(this.config.publicUrl, lot, numbers.get(lot.packId) ?? null);
    return lots.map((lot) => {
      const history = histories.get(lot.id)!;
      const inputs = history.inputs.map((input) => ({ uri: nameOf(input), quantity: input.quantity }));
      return { lot, uri: nameOf(lot), history, inputs };
    });
  }
}

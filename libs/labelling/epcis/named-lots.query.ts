import { In } from 'typeorm';
import type { Tx } from '@choxa/platform';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { LotEntity } from '../lots/lot.entity.js';
import { readLotUri } from './epcis-ids.rules.js';

/**
 * The lots that URIs of a document name, in their order; null where one of them names none.
 *
 * @param householdIds whose lots; everybody's when absent
 */
export async function namedLots(tx: Tx, publicUrl: string, uris: readonly string[], householdIds?: string[]): Promise<LotEntity[] | null> {
  const lots: LotEntity[] = [];
  for (const uri of new Set(uris)) {
    const reference = readLotUri(publicUrl, uri);
    if (!reference) return null;
    const packId = reference.by === 'number' ? (await tx.findOneBy(BarcodeEntity, { number: reference.number14 }))?.packId : undefined;
    if (reference.by === 'number' && !packId) return null;
    const which = reference.by === 'number' ? { packId: packId!, code: reference.lotCode } : { traceCode: reference.traceCode };
    const lot = await tx.findOneBy(LotEntity, { ...which, ...(householdIds ? { householdId: In(householdIds) } : {}) });
    if (!lot) return null;
    lots.push(lot);
  }
  return lots;
}

import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';

/** A scanned pack: what it was sold as. */
export interface CheckedBarcode {
  packId: string;
  lotId: string;
  /** 14 digits, as read. */
  number: string;
}

/** Somebody who holds the packs has read their barcodes: from then on the number is checked by a person for that lot. */
@Injectable()
export class RecordBarcodeChecks {
  constructor(private readonly labels: Labels) {}

  /** In the caller's transaction. Packs seen before change nothing. */
  async run(tx: Tx, checks: readonly CheckedBarcode[], checkedAt: Date): Promise<void> {
    // In one sequence, so that two that lock the same packs wait for each other instead of for ever.
    for (const { packId, lotId, number } of checks.toSorted((a, b) => (a.packId < b.packId ? -1 : 1))) {
      const fresh = await sql(
        tx,
        'insert into labelling.barcode_check (lot_id, number, checked_at) values ($1, $2, $3) on conflict do nothing returning 1 as one',
        [lotId, number, checkedAt],
      );
      if (fresh.length) await this.labels.refresh(tx, packId);
    }
  }
}

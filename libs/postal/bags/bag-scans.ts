import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ParcelEventCode } from '@choxa/standards';
import type { Actor } from '@choxa/platform';
import { RecordScans } from '../scans/record-scans.js';
import { bagScanId } from './bag-moves.rules.js';

/** Scans of parcels that follow from what is done with their bag. */
@Injectable()
export class BagScans {
  constructor(private readonly recordScans: RecordScans) {}

  /** Kept once per bag, code and parcel, however often it is asked. What cannot be scanned any more (delivered meanwhile) is left out. */
  async record(
    actor: Actor,
    bagId: string,
    officeId: string,
    parcels: { number: string; code: ParcelEventCode }[],
    at: Date,
  ): Promise<void> {
    if (!parcels.length) return;
    const scans = parcels.map(({ number, code }) => ({
      id: bagScanId(bagId, code, number),
      parcel: number,
      code,
      eventTime: at.toISOString(),
      device: 'bag',
      office: officeId,
    }));
    await this.recordScans.run(actor, scans, randomUUID());
  }
}

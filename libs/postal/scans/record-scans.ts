import { Injectable } from '@nestjs/common';
import { Actor, Clock, idempotent, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { Offices, staffOffices, type StaffOffice } from '../offices/offices.query.js';
import { bySequence } from './fold.rules.js';
import { MoveParcels } from './move-parcels.js';
import { lockParcels } from './parcels-to-move.js';
import { mayJoin, readScan, saysTheSame, type ReadScan, type ScanRefusal, type SentScan } from './scan-intake.rules.js';
import { addScans, byParcel, scansOf, type StoredScan } from './stored-scans.js';

export interface ScanResult {
  id: string;
  outcome: 'accepted' | 'duplicate' | 'rejected';
  code: ScanRefusal | null;
}

/**
 * Takes a batch of scans from a device: each is kept once, a repeat says so, a wrong one is refused with its reason and does not stop
 * the others. Answers JSON `{"results":[…]}` in the sequence of the batch; the same key again answers the same text.
 */
@Injectable()
export class RecordScans {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly moveParcels: MoveParcels,
  ) {}

  async run(actor: Actor, scans: SentScan[], key: string): Promise<string> {
    const now = this.clock.now();
    const offices = await this.offices.byIds(staffOffices(actor));
    const request = { owner: actor.accountId, route: 'postal.scans', key, body: scans };
    return this.db.transaction((tx) =>
      idempotent(tx, request, now, async () => ({ results: await this.record(tx, actor, scans, offices, now) })),
    );
  }

  private async record(tx: Tx, actor: Actor, sent: SentScan[], offices: StaffOffice[], now: Date): Promise<ScanResult[]> {
    const read = sent.map((scan) => readScan(scan, offices, staffOffices(actor, 'clerk'), now));
    const readable = read.filter((scan): scan is ReadScan => typeof scan !== 'string');
    const numbers = [...new Set(readable.map((scan) => scan.parcelNumber))];
    const operators = [...new Set(offices.map((office) => office.operatorId))];
    const parcels = new Map((await lockParcels(tx, numbers, 'operator', operators)).map((parcel) => [parcel.number, parcel]));
    const stored = await scansOf(
      tx,
      [...parcels.keys()],
      readable.map((scan) => scan.id),
    );
    const byId = new Map(stored.map((scan) => [scan.id, scan]));
    const ofParcel = byParcel(stored);
    const operatorOf = new Map(offices.map((office) => [office.id, office.operatorId]));

    const judge = (scan: ReadScan): Omit<ScanResult, 'id'> => {
      const parcel = parcels.get(scan.parcelNumber);
      // Somebody may work for two operators: the office decides for which one this scan is made.
      if (!parcel || parcel.operatorId !== operatorOf.get(scan.officeId)) return { outcome: 'rejected', code: 'scan.parcel-unknown' };
      if (parcel.state === 'withdrawn') return { outcome: 'rejected', code: 'scan.parcel-withdrawn' };
      const known = byId.get(scan.id);
      if (known) return saysTheSame(scan, known) ? { outcome: 'duplicate', code: null } : { outcome: 'rejected', code: 'scan.id-reused' };
      const others = ofParcel.get(scan.parcelNumber) ?? [];
      const refusal = mayJoin(scan, others, parcel.announcedAt);
      if (refusal) return { outcome: 'rejected', code: refusal };
      const kept: StoredScan = { ...scan, recordedAt: now, actorId: actor.accountId };
      byId.set(scan.id, kept);
      ofParcel.set(scan.parcelNumber, [...others, kept]);
      added.push(kept);
      return { outcome: 'accepted', code: null };
    };

    // Judged by time, not by place in the batch, so that a batch put together in another sequence has the same outcome.
    const added: StoredScan[] = [];
    const outcomes = new Map<ReadScan, Omit<ScanResult, 'id'>>();
    for (const scan of [...readable].sort(bySequence)) outcomes.set(scan, judge(scan));
    await addScans(tx, added);
    await this.moveParcels.run(
      tx,
      actor,
      [...parcels.values()].filter((parcel) => added.some((scan) => scan.parcelNumber === parcel.number)),
    );
    return read.map((scan, index) =>
      typeof scan === 'string' ? { id: sent[index]!.id, outcome: 'rejected', code: scan } : { id: sent[index]!.id, ...outcomes.get(scan)! },
    );
  }
}

import { bySequence, type KeptStanding } from './fold.rules.js';
import type { LockedParcel } from './parcels-to-move.js';
import { mayJoin, saysTheSame, type ReadScan, type ScanRefusal } from './scan-intake.rules.js';
import type { ScansByParcel, StoredScan } from './stored-scans.js';

/** What becomes of a scan. */
export interface ScanOutcome {
  outcome: 'accepted' | 'duplicate' | 'rejected';
  /** Why it was rejected. */
  code: ScanRefusal | null;
}

export interface KnownBefore {
  /** By number; those in the caller's scope. */
  parcels: ReadonlyMap<string, LockedParcel>;
  /** Scans of these parcels, but for those that the batch merely continues. */
  scans: ScansByParcel;
  /** Of the parcels that the batch continues, what is kept of them. */
  kept: ReadonlyMap<string, KeptStanding>;
  /** Operator of each of the caller's offices. */
  operatorOf: ReadonlyMap<string, string>;
}

export interface Judged {
  outcomes: Map<ReadScan, ScanOutcome>;
  /** Those to be kept. */
  added: StoredScan[];
}

/**
 * Judges the scans of a batch: by time, not by place in the batch, so that a batch put together in another sequence has the same outcome.
 * Pure. `keep` makes a kept scan of a read one.
 */
export function judgeScans(read: readonly ReadScan[], before: KnownBefore, keep: (scan: ReadScan) => StoredScan): Judged {
  const ofParcel = new Map(before.scans);
  const added = new Map<string, StoredScan>();
  const judge = (scan: ReadScan): ScanOutcome => {
    const parcel = before.parcels.get(scan.parcelNumber);
    // Somebody may work for two operators: the office decides for which one this scan is made.
    if (!parcel || parcel.operatorId !== before.operatorOf.get(scan.officeId)) return rejected('scan.parcel-unknown');
    if (parcel.state === 'withdrawn') return rejected('scan.parcel-withdrawn');
    const others = ofParcel.get(scan.parcelNumber) ?? [];
    const known = others.find(({ id }) => id === scan.id) ?? added.get(scan.id);
    if (known) return saysTheSame(scan, known) ? { outcome: 'duplicate', code: null } : rejected('scan.id-reused');
    const refusal = mayJoin(scan, others, parcel.announcedAt, before.kept.get(scan.parcelNumber));
    if (refusal) return rejected(refusal);
    const kept = keep(scan);
    ofParcel.set(scan.parcelNumber, [...others, kept]);
    added.set(kept.id, kept);
    return { outcome: 'accepted', code: null };
  };
  const outcomes = new Map(read.toSorted(bySequence).map((scan) => [scan, judge(scan)] as const));
  return { outcomes, added: [...added.values()] };
}

function rejected(code: ScanRefusal): ScanOutcome {
  return { outcome: 'rejected', code };
}

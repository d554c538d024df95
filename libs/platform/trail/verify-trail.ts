import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { chainedAfter, LONGEST_WAIT_MS, waiting } from './chain.query.js';
import { firstBreak, NO_HASH, type BreakKind, type ChainedEntry, type ChainHead } from './chain.rules.js';
import { PublishedHeads, type PublishedHead } from './published-heads.js';

const BATCH = 2_000;

/** `rewritten`: another hash was published for that place; `cut`: that place was published and is gone; `left-out`: it was never linked. */
export type TrailFault = { kind: BreakKind | 'rewritten' | 'cut' | 'left-out'; sequence: number; id: number | null };

export interface TrailReport {
  /** The first thing wrong, in the order of the chain; null when nothing is. */
  fault: TrailFault | null;
  /** Entries found right, published heads found equal, entries of the last moments not linked yet. */
  checked: number;
  heads: number;
  waiting: number;
}

/** Recomputes the whole chain and compares it with every head published outside the database. */
@Injectable()
export class VerifyTrail {
  constructor(
    private readonly db: Database,
    private readonly published: PublishedHeads,
  ) {}

  /** `tell`: called now and then with the number of entries checked. */
  async run(tell: (checked: number) => void = () => {}): Promise<TrailReport> {
    const heads = await this.published.all();
    const left = await waiting(this.db.read);
    const due = [...heads];
    let at: ChainHead = { sequence: 0, hash: NO_HASH };
    const report = (fault: TrailFault | null): TrailReport => ({
      fault,
      checked: at.sequence,
      heads: heads.length - due.length,
      waiting: left.count,
    });
    for (;;) {
      const batch = await chainedAfter(this.db.read, at.sequence, BATCH);
      if (!batch.length) break;
      const fault = earlier(firstBreak(at, batch), rewritten(due, batch));
      if (fault) return report(fault);
      at = batch.at(-1)!;
      tell(at.sequence);
    }
    if (due.length) return report({ kind: 'cut', sequence: at.sequence + 1, id: null });
    return report(leftOut(heads, left.oldest, at));
  }
}

/** The first entry whose hash is not the one published for its place. Takes the heads it has compared off `due`, which is sorted. */
function rewritten(due: PublishedHead[], batch: ChainedEntry[]): TrailFault | undefined {
  const bySequence = new Map(batch.map((entry) => [entry.sequence, entry]));
  const last = batch.at(-1)!.sequence;
  while (due[0] && due[0].sequence <= last) {
    const head = due[0];
    const entry = bySequence.get(head.sequence);
    if (head.sequence > 0 && entry?.hash !== head.hash) return { kind: 'rewritten', sequence: head.sequence, id: entry?.id ?? null };
    due.shift();
  }
  return undefined;
}

function earlier(one: TrailFault | undefined, other: TrailFault | undefined): TrailFault | undefined {
  return one && other && other.sequence < one.sequence ? other : (one ?? other);
}

function leftOut(heads: PublishedHead[], oldest: Date | null, { sequence }: ChainHead): TrailFault | null {
  const lastSeen = heads.at(-1)?.at.getTime();
  if (!oldest || lastSeen === undefined || oldest.getTime() >= lastSeen - LONGEST_WAIT_MS) return null;
  return { kind: 'left-out', sequence: sequence + 1, id: null };
}

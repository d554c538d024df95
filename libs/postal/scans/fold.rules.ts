import { PARCEL_EVENTS, type ParcelEventCode } from '@choxa/standards';
import type { ClosingOutcome, ParcelState } from '@choxa/postal-contract';

/** What the fold looks at in a scan. */
export interface FoldableScan {
  /** UUID made on the device. */
  id: string;
  code: ParcelEventCode;
  eventTime: Date;
  officeId: string;
  /** Declared wrong: it says nothing any more. */
  corrected?: boolean;
}

/** What the set of a parcel's scans says about it. */
export interface Standing {
  state: ParcelState;
  /** Time of the last scan that counted; null before the first. */
  at: Date | null;
  /** Office of the last scan that counted. */
  officeId: string | null;
  /** Tries to hand it to the addressee, the successful one included. */
  attempts: number;
  /** First time each state was reached. */
  reached: Partial<Record<ParcelState, Date>>;
  /** How the history ended; null while it goes on. */
  closedBy: ClosingOutcome | null;
  /** Ids of the scans that had no effect. */
  ignored: Set<string>;
}

/** What is kept on an open parcel of the fold over its scans: where the fold of later ones may go on. */
export type KeptStanding = Pick<Standing, 'state' | 'at' | 'officeId' | 'attempts'>;

type Moves = Partial<Record<ParcelEventCode, ParcelState>>;

/** What any scan makes of a parcel on its way to the addressee. */
const ON_THE_WAY: Moves = {
  EDD: 'in_transit',
  EDE: 'in_transit',
  EMG: 'at_delivery_office',
  EDF: 'held',
  EDH: 'held',
  EDG: 'out_for_delivery',
  EMH: 'attempt_failed',
  EMI: 'delivered',
  RTS: 'returning',
  RTD: 'returned',
  LST: 'lost',
  DST: 'destroyed',
};

/** What ends a history, and how. */
const OUTCOMES: Partial<Record<ParcelEventCode, ClosingOutcome>> = { EMI: 'EMI', RTD: 'RTD', LST: 'lost', DST: 'destroyed' };

/**
 * Every move there is. A code that is missing from a row has no effect there: after RTS there is no delivery to the addressee, after EMI,
 * RTD, LST or DST nothing but a correction (UPU EMSEVT V3; domain.md §6). EMA sorted behind a later scan (a slow clock) keeps the further state.
 */
export const PARCEL_MOVES: Readonly<Record<ParcelState, Moves>> = {
  announced: { ...ON_THE_WAY, EMA: 'accepted' },
  accepted: { ...ON_THE_WAY, EMA: 'accepted' },
  in_transit: { ...ON_THE_WAY, EMA: 'in_transit' },
  at_delivery_office: { ...ON_THE_WAY, EMA: 'at_delivery_office' },
  out_for_delivery: { ...ON_THE_WAY, EMA: 'out_for_delivery' },
  held: { ...ON_THE_WAY, EMA: 'held' },
  attempt_failed: { ...ON_THE_WAY, EMA: 'attempt_failed' },
  returning: {
    EMA: 'returning',
    EDD: 'returning',
    EDE: 'returning',
    EMG: 'returning',
    EDF: 'returning',
    EDH: 'returning',
    EDG: 'returning',
    EMH: 'returning',
    RTS: 'returning',
    RTD: 'returned',
    LST: 'lost',
    DST: 'destroyed',
  },
  delivered: {},
  returned: {},
  lost: {},
  destroyed: {},
  withdrawn: {},
};

export const CLOSED_STATES: ReadonlySet<ParcelState> = new Set(['delivered', 'returned', 'lost', 'destroyed', 'withdrawn']);

/**
 * Where a parcel stands, from the set of its scans. Pure: repeats and the sequence of arrival make no difference, only
 * (event time, rank of the code, id) does. With `kept` it goes on from there: all of `scans` are later, and `reached` tells of them alone.
 */
export function foldScans(scans: readonly FoldableScan[], kept?: KeptStanding): Standing {
  const standing: Standing = {
    state: 'announced',
    at: null,
    officeId: null,
    attempts: 0,
    reached: {},
    closedBy: null,
    ignored: new Set(),
    ...kept,
  };
  const seen = new Set<string>();
  for (const scan of [...scans].sort(bySequence)) {
    if (scan.corrected || seen.has(scan.id)) continue;
    seen.add(scan.id);
    const next = PARCEL_MOVES[standing.state][scan.code];
    if (!next) {
      standing.ignored.add(scan.id);
      continue;
    }
    if (standing.state !== 'returning' && (scan.code === 'EMH' || scan.code === 'EMI')) standing.attempts += 1;
    standing.state = next;
    standing.at = scan.eventTime;
    standing.officeId = scan.officeId;
    standing.reached[scan.code === 'EMA' ? 'accepted' : next] ??= scan.eventTime;
    standing.closedBy = OUTCOMES[scan.code] ?? null;
  }
  return standing;
}

/** The sequence in which scans are folded, whatever the sequence in which they arrived. */
export function bySequence(a: Omit<FoldableScan, 'officeId'>, b: Omit<FoldableScan, 'officeId'>): number {
  return (
    a.eventTime.getTime() - b.eventTime.getTime() ||
    PARCEL_EVENTS[a.code].rank - PARCEL_EVENTS[b.code].rank ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

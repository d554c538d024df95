import { createHash } from 'node:crypto';
import type { ParcelEventCode } from '@choxa/standards';
import type { OfficeKind } from '../offices/office.entity.js';

export const BAG_STATES = ['open', 'closed', 'dispatched', 'arrived', 'opened'] as const;
export type BagState = (typeof BAG_STATES)[number];

/** A bag only goes forward, one step after the other. */
export const BAG_MOVES: Readonly<Record<BagState, BagState | null>> = {
  open: 'closed',
  closed: 'dispatched',
  dispatched: 'arrived',
  arrived: 'opened',
  opened: null,
};

/** What a request to bring a bag into a state means: `move` it, nothing because it is there or further (a repeat), or it cannot be. */
export function bagStep(from: BagState, to: BagState): 'move' | 'done' | 'refused' {
  if (BAG_STATES.indexOf(from) >= BAG_STATES.indexOf(to)) return 'done';
  return BAG_MOVES[from] === to ? 'move' : 'refused';
}

/** The scan a parcel gets where its bag is unpacked: at the office that delivers it EMG, on the way there EDD (UPU EMSEVT V3). */
export function arrivalCode(deliveryOfficeId: string, office: { id: string; kind: OfficeKind }): ParcelEventCode {
  return deliveryOfficeId === office.id && office.kind !== 'hub' ? 'EMG' : 'EDD';
}

/** What was in a bag against what was found in it. */
export function compareContents(put: readonly string[], found: readonly string[]): { found: string[]; short: string[]; over: string[] } {
  const [inside, seen] = [new Set(put), new Set(found)];
  return {
    found: [...inside].filter((number) => seen.has(number)),
    short: [...inside].filter((number) => !seen.has(number)),
    over: [...seen].filter((number) => !inside.has(number)),
  };
}

/** The id of the scan that follows from a bag: the same for every repeat, so that it is kept once. */
export function bagScanId(bagId: string, code: ParcelEventCode, parcelNumber: string): string {
  const hash = createHash('sha256').update(`${bagId} ${code} ${parcelNumber}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

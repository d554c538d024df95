import { aiFault } from '@choxa/standards';

/** What can be recorded about a lot, in the order in which it comes about. */
export const TRACE_STEPS = ['growing', 'harvesting', 'processing', 'packing', 'shipping', 'arriving', 'receiving'] as const;
export type TraceStep = (typeof TRACE_STEPS)[number];

export const PRODUCED_KINDS = ['harvest', 'production'] as const;
export type ProducedKind = (typeof PRODUCED_KINDS)[number];

/** Whether a text can be a lot code: it must fit AI 10 of a barcode (1–20 signs of GS1's set 82, so no accents and no spaces) and a path of a link. */
export function isLotCode(code: string): boolean {
  return aiFault('10', code) === undefined && code !== '.' && code !== '..';
}

/** The code of the n-th lot (1, 2, …) a pack gets for one day of production: `261121-01`. */
export function lotCodeOf(producedOn: string, n: number): string {
  return `${producedOn.slice(2).replaceAll('-', '')}-${String(n).padStart(2, '0')}`;
}

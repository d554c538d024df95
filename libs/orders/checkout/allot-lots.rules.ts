import type { LabelForSale, LabelSnapshot } from '@choxa/labelling';

export interface AllottedLot {
  lotId: string;
  lotCode: string;
  quantity: number;
}

/** What a line takes from which lot, and the label it keeps. */
export interface Allotment {
  label: LabelSnapshot | undefined;
  lots: AllottedLot[];
}

/**
 * Fills a line from the lots of its pack, first expired first. A counted lot gives what is left of its count, an uncounted one all that is asked.
 * What no lot holds stays unallotted: the stock decides what may be sold, and packing tells what was sent. The line's label is that of the lot
 * allotted first; where the counts are used up, of the last lot.
 *
 * @param labels of the pack's lots, first expired first
 * @param taken how much earlier orders have of each lot
 */
export function allotLots(labels: readonly LabelForSale[], taken: ReadonlyMap<string, number>, quantity: number): Allotment {
  const lots: AllottedLot[] = [];
  let label: LabelSnapshot | undefined;
  let wanted = quantity;
  for (const lot of labels) {
    const { lotId, lotCode } = lot.label;
    if (!lotId || !wanted) continue;
    const left = lot.counted === null ? wanted : lot.counted - (taken.get(lotId) ?? 0);
    const given = Math.min(wanted, Math.max(0, left));
    if (!given) continue;
    label ??= lot.label;
    lots.push({ lotId, lotCode: lotCode!, quantity: given });
    wanted -= given;
  }
  return { label: label ?? labels.at(-1)?.label, lots };
}

/** Whether the count of the pack's first lot limits what can be taken from it, so that one must know what earlier orders have. */
export function needsCount(labels: readonly LabelForSale[]): boolean {
  return labels[0] !== undefined && labels[0].counted !== null;
}

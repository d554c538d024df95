/** An inspection that is there already of one item. */
export interface Earlier {
  id: string;
  round: number;
  inspectedBy: string;
}

export type RoundRefused = 'inspection.done' | 'inspection.by-another' | 'inspection.not-latest';

/**
 * Which round a new inspection of an item belongs to. The first official to judge it is its first inspector; an item inspected twice is open to one
 * other. A correction is its maker's alone, of the latest they said.
 *
 * @param earlier in the sequence in which they were recorded
 * @param corrects id of the inspection it takes the place of; null for a first one
 */
export function roundFor(double: boolean, earlier: readonly Earlier[], inspector: string, corrects: string | null): number | RoundRefused {
  const latest = earlier.findLast(({ inspectedBy }) => inspectedBy === inspector);
  if (corrects) return latest?.id === corrects ? latest.round : 'inspection.not-latest';
  if (latest) return 'inspection.done';
  const rounds = new Set(earlier.map(({ round }) => round));
  if (!rounds.size) return 1;
  return double && !rounds.has(2) ? 2 : 'inspection.by-another';
}

/**
 * What of an item's inspections somebody may see. Of one that is inspected twice nobody sees the other's finding before both are there: the second
 * must judge for themselves, and the first must not mend theirs by it.
 */
export function visibleTo<Row extends Earlier>(double: boolean, all: readonly Row[], account: string): readonly Row[] {
  const bothThere = new Set(all.map(({ round }) => round)).size === 2;
  return !double || bothThere ? all : all.filter(({ inspectedBy }) => inspectedBy === account);
}

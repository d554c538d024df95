import type { CellFigure } from './indicator.js';

/** A cell with its place among the others. */
export interface Ranked {
  cell: CellFigure;
  /** 1 is the highest value; equal values share a rank and the next one is skipped; null where none arose. */
  rank: number | null;
}

/** Cells with their rank, the highest value first. */
export function ranked(cells: readonly CellFigure[]): Ranked[] {
  const rows: Ranked[] = [];
  for (const [index, cell] of byValue(cells, -1).entries()) {
    const before = rows[index - 1];
    const rank = before && compare(before.cell, cell) === 0 ? before.rank : index + 1;
    rows.push({ cell, rank: cell.denominator ? rank : null });
  }
  return rows;
}

/** Cells with the lowest value first: there is the work. */
export function lowestFirst(cells: readonly CellFigure[]): CellFigure[] {
  return byValue(cells, 1);
}

/**
 * By value, compared as fractions and not as they print: 99.996 % stands above 99.991 %. Among equals the one with more counted comes first, then
 * the lower code; those where none arose come last.
 */
function byValue(cells: readonly CellFigure[], direction: 1 | -1): CellFigure[] {
  const sorted = cells.toSorted((a, b) => direction * compare(a, b) || b.denominator - a.denominator || (a.code < b.code ? -1 : 1));
  return [...sorted.filter(({ denominator }) => denominator), ...sorted.filter(({ denominator }) => !denominator)];
}

/** Every measure grows with its quotient. */
function compare(a: CellFigure, b: CellFigure): number {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Those where something arose, the lowest value first: there is the work. */
export function lowestFirst<Cell extends { value: string | null; code: string }>(cells: readonly Cell[]): Cell[] {
  return cells
    .filter(({ value }) => value !== null)
    .sort((one, other) => Number(one.value) - Number(other.value) || (one.code < other.code ? -1 : 1));
}

/** A content line as a delivery looks at it. */
export interface ContentToTake {
  /** Numbered from 1. */
  line: number;
  quantity: number;
  /** Whole đồng for one; null where the sender gave none. */
  unitPriceVnd: number | null;
}

/** What the postman says of one line; a line that is not named was taken whole. */
export interface LineTaken {
  line: number;
  quantity: number;
}

/** A part of a parcel was taken. */
export interface PartTaken {
  /** Units of each line, in the lines' sequence. */
  taken: number[];
  /** Cash to collect for the part, and what falls away with the rest; together they are what was to be collected. Whole đồng. */
  collectVnd: number;
  cancelVnd: number;
  /** Units that go back, of how many there were. */
  unitsBack: number;
  units: number;
}

export type PartRefusal = 'delivery.line-unknown' | 'delivery.too-many' | 'delivery.nothing-taken' | 'delivery.no-prices';

/**
 * Works out a delivery in part: the price of what is left falls away from the cash, its postage stays. Null when everything was taken.
 * Pure; the amount never comes from the telephone.
 */
export function partTaken(contents: readonly ContentToTake[], said: readonly LineTaken[], codVnd: number): PartTaken | PartRefusal | null {
  const byLine = new Map(said.map((line) => [line.line, line.quantity]));
  if (byLine.size < said.length || said.some(({ line }) => !contents.some((content) => content.line === line)))
    return 'delivery.line-unknown';
  const taken = contents.map(({ line, quantity }) => byLine.get(line) ?? quantity);
  const back = contents.map(({ quantity }, index) => quantity - taken[index]!);
  if (back.some((quantity) => quantity < 0)) return 'delivery.too-many';
  const unitsBack = sum(back);
  if (unitsBack === 0) return null;
  if (sum(taken) === 0) return 'delivery.nothing-taken';
  const cancelVnd = codVnd === 0 ? 0 : priceOf(contents, back, codVnd);
  if (cancelVnd === null) return 'delivery.no-prices';
  return { taken, collectVnd: codVnd - cancelVnd, cancelVnd, unitsBack, units: sum(contents.map(({ quantity }) => quantity)) };
}

/** Price of these units; null where a line has none, or where all prices together are more than the cash to collect. */
function priceOf(contents: readonly ContentToTake[], units: readonly number[], codVnd: number): number | null {
  if (contents.some(({ unitPriceVnd }) => unitPriceVnd === null)) return null;
  if (sum(contents.map(({ unitPriceVnd, quantity }) => unitPriceVnd! * quantity)) > codVnd) return null;
  return sum(contents.map(({ unitPriceVnd }, index) => unitPriceVnd! * units[index]!));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';

export const MOST_PARCELS = 10;

export const PARCEL_OUTCOMES = ['delivered', 'returned'] as const;
export type ParcelOutcome = (typeof PARCEL_OUTCOMES)[number];

/** Units of a line. */
export interface LineQuantity {
  line: string;
  quantity: number;
}

/** A line of a seller order as it is to be sent. */
export interface LineToSend {
  id: string;
  quantity: number;
  priceVnd: number;
  /** Of one unit. */
  weightGrams: number;
}

/** A parcel as the household made it up. */
export interface WishedParcel {
  lines: readonly LineQuantity[];
  /** As weighed at home; else the weight of the packs counts. */
  weightGrams?: number | null;
}

export interface DividedParcel {
  lines: LineQuantity[];
  weightGrams: number;
  goodsVnd: number;
  postageVnd: number;
  codVnd: number;
}

/** A parcel that names each of its lines once. */
export function merged({ lines, weightGrams }: WishedParcel): WishedParcel {
  const units = new Map<string, number>();
  for (const { line, quantity } of lines) units.set(line, (units.get(line) ?? 0) + quantity);
  return { weightGrams, lines: [...units].map(([line, quantity]) => ({ line, quantity })) };
}

/** Lines whose units in the parcels are not exactly those to be sent, an unknown line among them. */
export function wrongLines(lines: readonly LineToSend[], parcels: readonly WishedParcel[]): string[] {
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  for (const { line, quantity } of parcels.flatMap((parcel) => parcel.lines)) left.set(line, (left.get(line) ?? 0) - quantity);
  return [...left].filter(([, units]) => units !== 0).map(([id]) => id);
}

/**
 * A seller order in several parcels. The goods of a parcel cost what they cost; the postage is shared by weight. Both add up to the seller order's,
 * to the đồng, and so does the cash to collect.
 */
export function divide(
  lines: readonly LineToSend[],
  parcels: readonly WishedParcel[],
  { postageVnd, prepaid }: { postageVnd: number; prepaid: boolean },
): DividedParcel[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  const made = parcels.map((parcel) => {
    const inIt = parcel.lines.map(({ line, quantity }) => ({ ...known.get(line)!, quantity }));
    const packsGrams = inIt.reduce((sum, { quantity, weightGrams }) => sum + quantity * weightGrams, 0);
    return {
      lines: [...parcel.lines],
      weightGrams: Math.max(1, parcel.weightGrams ?? packsGrams),
      goodsVnd: inIt.reduce((sum, { quantity, priceVnd }) => sum + quantity * priceVnd, 0),
    };
  });
  const postages = shares(
    postageVnd,
    made.map(({ weightGrams }) => weightGrams),
  );
  return made.map((parcel, index) => {
    const sharedVnd = postages[index]!;
    return { ...parcel, postageVnd: sharedVnd, codVnd: prepaid ? 0 : parcel.goodsVnd + sharedVnd };
  });
}

/** Shares of an amount in whole đồng by weight, rounded down; what is left over falls to the first. */
export function shares(amountVnd: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const rounded = weights.map((weight) => Number((BigInt(amountVnd) * BigInt(weight)) / all));
  const leftVnd = amountVnd - rounded.reduce((sum, share) => sum + share, 0);
  return rounded.map((share, index) => (index ? share : share + leftVnd));
}

/** Where a seller order stands when its parcels have ended: delivered if the buyer has any of them. Null while one is on its way. */
export function endOf(outcomes: readonly (ParcelOutcome | null)[]): Extract<SellerOrderState, ParcelOutcome> | null {
  if (outcomes.includes(null)) return null;
  return outcomes.includes('delivered') ? 'delivered' : 'returned';
}

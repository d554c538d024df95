/** A word about a parcel's end. */
export interface Closing {
  operatorCode: string;
  number: string;
  closedAt: string;
  telling?: number;
}

/** A number is not given again within 24 months (domain.md §6), so what is told of it within so many days is of one parcel. */
export const SAME_PARCEL_DAYS = 730;
const SAME_PARCEL_MS = SAME_PARCEL_DAYS * 86_400_000;

/** Of several words about one parcel the last one: the highest telling, of equal ones the later end. A number given anew is another parcel. */
export function lastClosings<Told extends Closing>(told: readonly Told[]): Told[] {
  const kept = new Map<string, Told[]>();
  for (const closing of told.toSorted(byTelling)) {
    const parcel = `${closing.operatorCode} ${closing.number}`;
    const others = (kept.get(parcel) ?? []).filter((other) => Math.abs(atOf(other) - atOf(closing)) >= SAME_PARCEL_MS);
    kept.set(parcel, [...others, closing]);
  }
  return [...kept.values()].flat();
}

const atOf = ({ closedAt }: Closing) => Date.parse(closedAt);
const byTelling = (one: Closing, other: Closing) => (one.telling ?? 0) - (other.telling ?? 0) || atOf(one) - atOf(other);

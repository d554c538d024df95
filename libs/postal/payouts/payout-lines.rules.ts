/** A parcel whose cash is to be paid out. */
export interface PayableParcel {
  number: string;
  /** Who gets it. */
  senderPhone: string;
  collectedVnd: number;
  paidVnd: number;
}

export interface PayoutLine {
  parcels: PayableParcel[];
  collectedVnd: number;
  paidVnd: number;
}

/** As many as the fact of a payment tells; a sender of more gets several lines. */
const MOST_PARCELS = 500;

/** One line for each sender, in the sequence in which the parcels come. */
export function payoutLines(parcels: readonly PayableParcel[]): PayoutLine[] {
  return [...Map.groupBy(parcels, ({ senderPhone }) => senderPhone).values()].flatMap((own) => chunksOf(own).map(toLine));
}

function chunksOf(parcels: PayableParcel[]): PayableParcel[][] {
  return Array.from({ length: Math.ceil(parcels.length / MOST_PARCELS) }, (_, at) =>
    parcels.slice(at * MOST_PARCELS, (at + 1) * MOST_PARCELS),
  );
}

function toLine(parcels: PayableParcel[]): PayoutLine {
  const sum = (amount: 'collectedVnd' | 'paidVnd') => parcels.reduce((total, parcel) => total + parcel[amount], 0);
  return { parcels, collectedVnd: sum('collectedVnd'), paidVnd: sum('paidVnd') };
}

/** `DOT2026112601`: which batch of a day; of fixed length as long as a day has fewer than a hundred. */
export function batchReference(day: string, nth: number): string {
  return `DOT${day.replaceAll('-', '')}${String(nth).padStart(2, '0')}`;
}

/** `DOT2026112601-0003`: what stands with the money of a line. */
export function lineReference(batch: string, place: number): string {
  return `${batch}-${String(place).padStart(4, '0')}`;
}

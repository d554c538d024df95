/** How long an author may change a review, from the day it was written. */
export const EDITABLE_MS = 30 * 86_400_000;
export const MOST_REVIEW_PICTURES = 3;

/** What the reviews of a product come to. Kept on its row by whoever changes a review. */
export interface Rating {
  count: number;
  /** 1.0–5.0, cut to one decimal and never rounded up: 4.99 reads 4.9. */
  average: number;
  /** How many gave one star, two, … five. */
  starCounts: number[];
}

/** The rating of these reviews, `starCounts` from one star to five; null where there is none. */
export function ratingOf(starCounts: readonly number[]): Rating | null {
  const count = starCounts.reduce((sum, number) => sum + number, 0);
  if (!count) return null;
  const stars = starCounts.reduce((sum, number, at) => sum + number * (at + 1), 0);
  return { count, average: Math.floor((stars * 10) / count) / 10, starCounts: [...starCounts] };
}

const LONGEST_FAMILY_NAME = 12;

/**
 * What strangers see of a person: family name and the first letter of the given name, `Nguyễn T.`; of a single word the letter alone.
 * Words without a letter (a phone number) do not count; null where nothing is left.
 */
export function shortName(name: string): string | null {
  const words = name.split(/\s+/).filter((word) => /^\p{L}[\p{L}\p{M}'’-]*\.?$/u.test(word));
  const given = words.at(-1);
  if (!given) return null;
  const initial = `${[...given][0]!.toLocaleUpperCase('vi')}.`;
  return words.length === 1 ? initial : `${[...words[0]!].slice(0, LONGEST_FAMILY_NAME).join('')} ${initial}`;
}

export function mayStillEdit(writtenAt: Date, now: Date): boolean {
  return now.getTime() - writtenAt.getTime() <= EDITABLE_MS;
}

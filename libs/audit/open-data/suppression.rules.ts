/** Fewer buyers or parcels than this are not published: a figure of so few says something of one of them. */
export const FEWEST_BEHIND = 5;

/** One figure of a place. Places form a tree: the nation of provinces, a province of communes; a figure is the sum of its parts. */
export interface PlaceFigure {
  readonly code: string;
  /** The place it is a part of; null for the nation. */
  readonly parent: string | null;
  /** At least so many buyers or parcels stand behind it; 0 where none arose, which hides nobody. */
  readonly behind: number;
}

/**
 * Places whose figure of one indicator and period is left out: those with few behind them, and as many others that no left-out one can be computed from
 * its parent and its siblings (complementary suppression): of a sum no member is left out or at least two, one of them with
 * {@link FEWEST_BEHIND} behind it, since buyers of two places may be the same and are not added up. The part with the fewest behind it goes first.
 *
 * @param outside places that are left out for another reason, in a year those left out in one of its quarters: else the quarter would be the year
 *   without the others. With all of them a year needs no more than its quarters do.
 */
export function leftOut(figures: readonly PlaceFigure[], outside: ReadonlySet<string> = new Set()): Set<string> {
  const out = new Set(figures.filter(({ code, behind }) => outside.has(code) || isFew(behind)).map(({ code }) => code));
  const sums = sumsOf(figures);
  for (let another = true; another;) {
    another = false;
    for (const sum of sums) {
      const next = missingComplement(sum, out);
      if (!next) continue;
      out.add(next.code);
      another = true;
    }
  }
  return out;
}

const isFew = (behind: number): boolean => behind > 0 && behind < FEWEST_BEHIND;

interface Sum {
  whole: PlaceFigure;
  /** Those where something arose, the fewest first. */
  parts: PlaceFigure[];
}

function sumsOf(figures: readonly PlaceFigure[]): Sum[] {
  const partsOf = Map.groupBy(
    figures.filter(({ behind }) => behind > 0),
    ({ parent }) => parent,
  );
  return figures.flatMap((whole) => {
    const parts = partsOf.get(whole.code) ?? [];
    return parts.length ? [{ whole, parts: parts.toSorted((a, b) => a.behind - b.behind || (a.code < b.code ? -1 : 1)) }] : [];
  });
}

/** Which member of the sum has to go too; null when none must. */
function missingComplement({ whole, parts }: Sum, out: ReadonlySet<string>): PlaceFigure | null {
  const hidden = parts.filter(({ code }) => out.has(code));
  const wholeHidden = out.has(whole.code);
  if (!hidden.length && !wholeHidden) return null;
  if (wholeHidden ? hidden.length >= 1 : hidden.length >= 2 && hidden.some(({ behind }) => behind >= FEWEST_BEHIND)) return null;
  return parts.find(({ code }) => !out.has(code)) ?? whole;
}

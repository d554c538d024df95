/** 97.5 % point of the normal distribution: 95 % lie between both. */
const Z = 1.959963984540054;

/** Lower and upper bound of a share, between 0 and 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's 95 % score interval (E. B. Wilson, JASA 22, 1927) of a share seen among `size` units. It holds its coverage for small sizes and for shares
 * near 0 and 1, where share ± 1.96 errors does not: none wrong in ten is not "0 % ± 0".
 *
 * @param share between 0 and 1
 * @param size units it was seen among; an effective size may have decimals; infinite where every unit was seen
 */
export function wilson(share: number, size: number): Interval {
  if (size === Infinity) return { low: share, high: share };
  const pull = (Z * Z) / size;
  const centre = (share + pull / 2) / (1 + pull);
  const half = (Z * Math.sqrt((share * (1 - share)) / size + (Z * Z) / (4 * size * size))) / (1 + pull);
  return { low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) };
}

/** What was seen of one stratum. */
export interface Seen {
  /** How many units the stratum has in the frame. */
  units: number;
  /** How many of those drawn could be judged. */
  judged: number;
  right: number;
}

/** The interval of one stratum; null where nothing of it was judged. Finite: the nearer all were seen, the narrower. */
export function stratumInterval({ units, judged, right }: Seen): Interval | null {
  return judged ? wilson(right / judged, judged / unseen(units, judged)) : null;
}

export interface Estimate extends Interval {
  share: number;
  /** So many units chosen plainly at random would say as much. */
  effectiveSize: number;
  /** Units of the strata of which something was judged; the estimate speaks of these. */
  units: number;
}

/**
 * The share of right units in the whole frame, each stratum by its weight in the frame (post-stratified: what could not be judged counts as its stratum's
 * others), with Wilson's interval at the effective size n* = 1 / Σ W²(1 − f) / m, where W is a stratum's part of the frame, m how many of it were judged
 * and f the part of it that was seen (finite population).
 *
 * n* is the size at which a plain random sample has the variance p(1 − p) Σ W²(1 − f)/m: that of the weighted share were all strata alike (L. Kish,
 * Survey Sampling, 1965, ch. 11.7, with the stratified variance of W. G. Cochran, Sampling Techniques, 1977, ch. 5.4). Strata that differ make the true
 * variance smaller, since p(1 − p) is concave, so the interval errs to the wide side; and unlike a variance estimated stratum by stratum it does not
 * fall to nothing where the few units seen of each stratum were all right. Wilson's form at an effective size holds its coverage best among those
 * compared by C. Franco, R. Little, T. Louis and E. Slud, J. Survey Statistics and Methodology 7, 2019. A specification draws 1,000 samples on it.
 *
 * @returns null where nothing was judged
 */
export function estimateShare(strata: readonly Seen[]): Estimate | null {
  const judged = strata.filter((stratum) => stratum.judged > 0);
  const units = judged.reduce((sum, stratum) => sum + stratum.units, 0);
  if (!units) return null;
  const weight = (stratum: Seen) => stratum.units / units;
  const allRight = judged.every((stratum) => stratum.right === stratum.judged);
  const share = allRight ? 1 : judged.reduce((sum, stratum) => sum + weight(stratum) * (stratum.right / stratum.judged), 0);
  const variance = judged.reduce(
    (sum, stratum) => sum + (weight(stratum) ** 2 * unseen(stratum.units, stratum.judged)) / stratum.judged,
    0,
  );
  const effectiveSize = variance === 0 ? Infinity : 1 / variance;
  return { share, effectiveSize, units, ...wilson(share, effectiveSize) };
}

/** (N − n) / (N − 1): the part of a finite population's variance that is left when n of its N units were seen. */
function unseen(units: number, seen: number): number {
  return units > 1 ? (units - seen) / (units - 1) : 0;
}

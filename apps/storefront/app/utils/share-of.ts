/** Percent with two decimals as the API writes it: `66.66`, rounded down; null when the denominator is zero. Whole numbers below 10¹¹. */
export function shareOf(numerator: number, denominator: number): string | null {
  if (!denominator) return null;
  const scaled = numerator * 10_000;
  return ((scaled - (scaled % denominator)) / denominator / 100).toFixed(2);
}

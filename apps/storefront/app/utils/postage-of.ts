/** Grams as typed from the scales; null for what is no weight of a parcel. */
export function gramsOf(typed: string): number | null {
  const grams = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  return grams >= 1 && grams <= 100_000 ? grams : null;
}

/** Postage of a weight by its steps, lightest first; null where no price covers it. */
export function postageOf(steps: readonly { upToGrams: number; postageVnd: number }[], grams: number): number | null {
  return steps.find(({ upToGrams }) => grams <= upToGrams)?.postageVnd ?? null;
}

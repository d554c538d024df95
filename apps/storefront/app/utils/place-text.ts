/** A place as the API writes it (a text, or names of commune and province) as one line; null when there is none. */
export function placeText(place: unknown): string | null {
  if (typeof place === 'string') return place || null;
  if (typeof place !== 'object' || place === null) return null;
  const { name, communeName, provinceName } = place as Record<string, string | null | undefined>;
  return [name ?? communeName, provinceName].filter(Boolean).join(', ') || null;
}

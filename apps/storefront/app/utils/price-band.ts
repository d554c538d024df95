import { formatVnd } from '@choxa/standards';

/** A range of prices in words; limits in đồng, both included, `max` null or undefined for none. */
export function bandText(
  t: (key: string, values: Record<string, string>) => string,
  min: number | undefined,
  max: number | null | undefined,
): string {
  if (!max) return t('browse.above', { price: formatVnd(min ?? 0) });
  const below = formatVnd(max + 1);
  return min ? t('browse.between', { from: formatVnd(min), to: below }) : t('browse.below', { price: below });
}

import type { Place } from '@choxa/places';
import { fold } from '@choxa/standards';

/** A producer as an imported row names it, its place resolved as far as the row allows. */
export interface ImportedProducer {
  name: string;
  /** What the row says below the commune. */
  address?: string;
  commune?: Place | null;
  /** Where the commune is not known. */
  province?: { code: string; name: string } | null;
}

/** The same producer in the next row and the next file: folded name without punctuation, and province. */
export function importKey({ name, commune, province }: ImportedProducer): string {
  const words = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${commune?.provinceCode ?? province?.code ?? ''}|${words}`;
}

import type { Picture } from '~/types/api';

/** A picture as the parts of the API give it: whole in the catalogue, only its address on cart and order lines. */
export function pictureOf(image: Picture | string | null | undefined, alt: string): Picture | null {
  return typeof image === 'string' ? { url: image, thumbUrl: image, width: 480, height: 360, alt } : (image ?? null);
}

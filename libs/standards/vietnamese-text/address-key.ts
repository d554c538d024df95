import { slugify } from './normalize.js';

/**
 * An address as people write it in different ways, so that the same one is found again: the street folded, signs and spaces alike, with the
 * commune's code. Null without a street. Neighbours without house numbers have the same key.
 */
export function addressKey(street: string, communeCode: string): string | null {
  const key = slugify(street, 200);
  return key ? `${communeCode} ${key}` : null;
}

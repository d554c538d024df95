import { findProductSet } from '@choxa/standards';

/** A product set by its code: `13. Cà phê, ca cao / Coffee, cocoa`; a code of another scheme stays a code. */
export function setWords(code: string): string {
  const set = findProductSet(code);
  return set ? `${code}. ${set.vi} / ${set.en}` : code;
}

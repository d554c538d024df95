import { normalizeText } from './normalize.js';

const collator = /* @__PURE__ */ new Intl.Collator('vi');

/** The five marks of tone: grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Order of Vietnamese dictionaries (An Ăn Âu Dưa Dừa Đông Em), as `vi-x-icu` in the database; for `Array.prototype.sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/**
 * The form in which two spellings of one word are equal: small letters, each word's tone moved behind it. Old and new tone placement
 * (`Hòa`, `Hoà`) then agree, while different words (`dừa`, `dưa`, `dứa`) stay different. For comparing and keys, not for showing.
 */
export function spellingKey(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .normalize('NFC');
}

/** Whether two texts are the same words, whatever the placement of tones, the case, spaces, and the form of their characters. */
export function sameVietnamese(a: string, b: string): boolean {
  return spellingKey(a) === spellingKey(b);
}

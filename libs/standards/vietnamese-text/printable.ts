/**
 * A text as it can be set: composed, without combining marks left over (no Vietnamese letter needs one, and the shaping of fonts fails on
 * some) and without control characters. A sign the font does not have is drawn as a box, not left out.
 */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/[\p{M}\p{C}]+/gu, '');
}

/** Why bytes are no product list that can be read. */
export type FileFault = 'empty' | 'spreadsheet' | 'binary' | 'utf16' | 'not-utf8';

const STARTS: readonly [FileFault, readonly number[]][] = [
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]], // xlsx, ods: zip
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]], // xls
  ['binary', [0x25, 0x50, 0x44, 0x46]], // PDF
  ['binary', [0x1f, 0x8b]], // gzip
];

/** What the first bytes of a file give away; null when they may be a CSV file. */
export function faultOfStart(head: Uint8Array): FileFault | null {
  const known = STARTS.find(([, start]) => start.every((byte, at) => head[at] === byte));
  if (known) return known[0];
  const zeros = [...head].flatMap((byte, at) => (byte === 0 ? [at % 2] : []));
  if (!zeros.length) return null;
  // Latin letters in UTF-16 without its mark: every other byte is zero.
  const oneSide = zeros.every((side) => side === zeros[0]) && zeros.length > head.length / 8;
  return oneSide ? 'utf16' : 'binary';
}

const MOJIBAKE = /á[º»]|Ã[\u0080-\u00bf]|Æ[°¡]|Ä[\u0090\u0091‘]/u;
const LOST = /\ufffd|\p{L}\?+\p{L}/u;

/** Whether letters of a text were lost or garbled when it was saved: `NÆ°á»›c máº¯m`, `N??c m?m`, `N�c`. */
export function isDamaged(text: string): boolean {
  return MOJIBAKE.test(text) || LOST.test(text);
}

export const DOCUMENT_KINDS = ['gs1_prefix', 'licence', 'brand_licence', 'recognition', 'identity'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_STATES = ['declared', 'seen', 'refused', 'expired'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const FILE_TYPES = ['application/pdf', 'image/webp'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** Papers a household may have on file at once. */
export const MOST_DOCUMENTS = 60;

/** How a paper stands on `today` (`YYYY-MM-DD` in Vietnam): past its last day it is expired, whoever has seen it. */
export function documentState(
  document: { seenAt: Date | null; refusedAt: Date | null; expiresOn: string | null },
  today: string,
): DocumentState {
  if (document.refusedAt) return 'refused';
  if (document.expiresOn && document.expiresOn < today) return 'expired';
  return document.seenAt ? 'seen' : 'declared';
}

/** Told by the first bytes: names and declared types are the sender's claim. Null for everything else (SVG, HTML, archives …). */
export function uploadKind(bytes: Buffer): 'pdf' | 'picture' | null {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('%PDF-')) return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : null;
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n')) return 'picture';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'picture';
  return /^ftyp(hei|hev|mif1|msf1|avi)/.test(head.slice(4)) ? 'picture' : null;
}

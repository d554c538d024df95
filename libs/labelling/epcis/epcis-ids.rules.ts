import { buildDigitalLink, readClassId, type NumberKind } from '@choxa/standards';
import { readTraceCode } from '../lots/trace-code.rules.js';
import { traceLink } from '../trace/trace-link.rules.js';

/** How a lot is named in a document: a GS1 Digital Link where the pack has a licensed number, else the platform's own address (domain.md §4). */
export function lotUri(
  publicUrl: string,
  lot: { code: string; traceCode: string },
  number: { kind: NumberKind; number14: string } | null,
): string {
  return number?.kind === 'gtin'
    ? buildDigitalLink(publicUrl, { gtin: number.number14, lot: lot.code })
    : traceLink(publicUrl, lot.traceCode);
}

export type LotReference =
  | { readonly by: 'trace-code'; readonly traceCode: string }
  | { readonly by: 'number'; readonly number14: string; readonly lotCode: string };

/** The lot that the URI of a class means; null for a URI that names no lot. */
export function readLotUri(publicUrl: string, uri: string): LotReference | null {
  if (uri.startsWith(`${publicUrl}/t/`)) {
    const traceCode = readTraceCode(uri.slice(publicUrl.length + 3));
    return traceCode ? { by: 'trace-code', traceCode } : null;
  }
  const read = readClassId(uri);
  return read.ok && read.kind === 'lot' ? { by: 'number', number14: read.number14, lotCode: read.lot } : null;
}

const PLACE_PATH = '/api/v1/places/communes/';

/** A commune as the place of an event: its address in our own API. */
export function placeUri(publicUrl: string, communeCode: string): string {
  return publicUrl + PLACE_PATH + communeCode;
}

/** The commune code in such an address; null in any other. */
export function readPlaceUri(publicUrl: string, uri: string): string | null {
  return uri.startsWith(publicUrl + PLACE_PATH) ? uri.slice(publicUrl.length + PLACE_PATH.length) : null;
}

/** What our extension fields are prefixed with in documents stands for this. */
export function vocabularyUri(publicUrl: string): string {
  return `${publicUrl}/epcis#`;
}

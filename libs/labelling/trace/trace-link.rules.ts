import { buildDigitalLink, displayNumber, type NumberKind } from '@choxa/standards';

/** The platform's own address of a trace code or internal number. */
export function traceLink(publicUrl: string, code: string): string {
  return `${publicUrl}/t/${code}`;
}

/**
 * What a pack's QR code says: a GS1 Digital Link for a licensed number, the platform's own address for an internal one
 * (an internal number never goes into `/01/…`, domain.md §3; `buildDigitalLink` refuses it too).
 */
export function packLink(
  publicUrl: string,
  { kind, number14 }: { kind: NumberKind; number14: string },
  lot: { code: string; traceCode: string; expiresOn: string | null } | null,
): string {
  if (kind === 'internal') return traceLink(publicUrl, lot?.traceCode ?? displayNumber(number14));
  return buildDigitalLink(publicUrl, {
    gtin: number14,
    lot: lot?.code,
    ...(lot?.expiresOn ? { attributes: { 17: yymmdd(lot.expiresOn) } } : {}),
  });
}

function yymmdd(day: string): string {
  return day.slice(2).replaceAll('-', '');
}

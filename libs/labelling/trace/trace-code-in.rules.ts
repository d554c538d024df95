import { aiFault, parseItemNumber, type ItemNumber } from '@choxa/standards';
import { readTraceCode } from '../lots/trace-code.rules.js';

export type TraceQuestion =
  | { readonly kind: 'lot'; readonly traceCode: string }
  | { readonly kind: 'pack'; readonly number14: string; readonly lotCode: string | null; readonly serial: string | null };

/** What somebody asks with the code behind `/t/`: a lot by its trace code, or a pack by any of its numbers; null when the text can be neither. */
export function readCode(text: string): TraceQuestion | null {
  // Ten signs against 8, 12, 13 or 14 digits: no text can be both.
  const traceCode = readTraceCode(text);
  if (traceCode) return { kind: 'lot', traceCode };
  const item = parseItemNumber(text);
  return item.ok ? askPack(item, null, null) : null;
}

/**
 * What somebody asks with a Digital Link. An internal number has no business in one (domain.md §3), and a lot or serial that could not be
 * printed in a barcode was not.
 */
export function readLink(gtin: string, lot: string | undefined, serial: string | undefined): TraceQuestion | null {
  const item = parseItemNumber(gtin);
  if (!item.ok || item.kind !== 'gtin') return null;
  if ((lot !== undefined && aiFault('10', lot)) || (serial !== undefined && aiFault('21', serial))) return null;
  return askPack(item, lot ?? null, serial ?? null);
}

function askPack({ number14 }: ItemNumber, lotCode: string | null, serial: string | null): TraceQuestion {
  return { kind: 'pack', number14, lotCode, serial };
}

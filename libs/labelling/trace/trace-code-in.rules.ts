import { aiFault, parseItemNumber, type Gs1Code, type ItemNumber } from '@choxa/standards';
import { readTraceCode } from '../lots/trace-code.rules.js';

export type TraceQuestion =
  | { readonly kind: 'lot'; readonly traceCode: string }
  | { readonly kind: 'pack'; readonly number14: string; readonly lotCode: string | null; readonly serial: string | null };

/** Why a code can be none of ours. */
export type TraceFault = 'trace.malformed' | 'trace.check-digit' | 'trace.internal-number';

export type ReadTrace = { readonly ok: true; readonly question: TraceQuestion } | { readonly ok: false; readonly code: TraceFault };

/** What somebody asks with the code behind `/t/`: a lot by its trace code, or a pack by any of its numbers. */
export function readCode(text: string): ReadTrace {
  // Ten signs against 8, 12, 13 or 14 digits: no text can be both.
  const traceCode = readTraceCode(text);
  if (traceCode) return { ok: true, question: { kind: 'lot', traceCode } };
  const item = parseItemNumber(text);
  return item.ok ? askPack(item, null, null) : { ok: false, code: faultOf(item.code) };
}

/** The parts of a Digital Link behind the number. */
export interface LinkParts {
  /** AI 22: which variant of the packaging; it is checked and changes nothing. */
  cpv?: string | undefined;
  lot?: string | undefined;
  serial?: string | undefined;
}

/**
 * What somebody asks with a Digital Link. An internal number has no business in one (domain.md §3), and a lot or serial that could not be
 * printed in a barcode was not.
 */
export function readLink(gtin: string, { cpv, lot, serial }: LinkParts): ReadTrace {
  const item = parseItemNumber(gtin);
  if (!item.ok) return { ok: false, code: faultOf(item.code) };
  if (item.kind !== 'gtin') return { ok: false, code: 'trace.internal-number' };
  const parts = { '22': cpv, '10': lot, '21': serial };
  if (Object.entries(parts).some(([ai, value]) => value !== undefined && aiFault(ai, value))) return { ok: false, code: 'trace.malformed' };
  return askPack(item, lot ?? null, serial ?? null);
}

function askPack({ number14 }: ItemNumber, lotCode: string | null, serial: string | null): ReadTrace {
  return { ok: true, question: { kind: 'pack', number14, lotCode, serial } };
}

function faultOf(code: Gs1Code): TraceFault {
  return code === 'gs1.check-digit' ? 'trace.check-digit' : 'trace.malformed';
}

import { readPackScan } from '@choxa/standards';
import type { TradedLabel } from '../facts/traded-label.rules.js';

/** Where our own codes lead: `…/t/{code}`, the trace page of a lot. */
const TRACE_LINK = /\/t\/([^/?#]+)/;

/**
 * Whether what an inspector scanned from a pack is what its label declared: the pack's number, however it was printed, or the trace code of its lot.
 * Null where the label declared nothing to compare with.
 */
export function scanMatches(scanned: string, label: TradedLabel): boolean | null {
  const trace = TRACE_LINK.exec(scanned)?.[1];
  if (trace) return label.traceCode ? trace === label.traceCode : null;
  if (!label.barcode) return null;
  const read = readPackScan(scanned);
  return read.ok && read.number14 === label.barcode.number;
}

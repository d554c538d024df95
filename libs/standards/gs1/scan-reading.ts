import type { Result } from '../failure/standard-error.js';
import { parseDigitalLink } from './digital-link.js';
import { elementValue, GROUP_SEPARATOR, parseElementString } from './element-string.js';
import type { Gs1Code } from './gs1-codes.js';
import { parseItemNumber, type NumberKind } from './item-number.js';

/** What a scanner or camera read from a pack, whatever the code was. */
export interface PackReading {
  readonly via: 'number' | 'element-string' | 'digital-link';
  readonly kind: NumberKind;
  readonly number14: string;
  readonly lot?: string;
  readonly serial?: string;
}

/** Reads whatever a pack's code says: a plain number, a GS1-128/DataMatrix string or a Digital Link. */
export function readPackScan(text: string): Result<PackReading, Gs1Code> {
  if (typeof text !== 'string') return { ok: false, code: 'gs1.characters' };
  const scanned = text.trim();
  if (/^https?:\/\//i.test(scanned) || scanned.startsWith('/')) {
    const link = parseDigitalLink(scanned);
    return link.ok ? { ok: true, via: 'digital-link', kind: 'gtin', number14: link.gtin14, ...batch(link.lot, link.serial) } : link;
  }
  if (/^\((?:0[12])\)|^\](?:C1|d2|Q3|e0|J1)/.test(scanned) || scanned.includes(GROUP_SEPARATOR)) {
    const read = parseElementString(scanned);
    if (!read.ok) return read;
    const number14 = elementValue(read.elements, '01') ?? elementValue(read.elements, '02');
    if (number14 === undefined) return { ok: false, code: 'gs1.ai' };
    return {
      ok: true,
      via: 'element-string',
      kind: 'gtin',
      number14,
      ...batch(elementValue(read.elements, '10'), elementValue(read.elements, '21')),
    };
  }
  // Scanners may put the mark of the symbology in front: ]E0 EAN-13 and UPC-A, ]E4 EAN-8, ]I1 ITF-14, ]C0 Code 128.
  const item = parseItemNumber(scanned.replace(/^\](?:E[0-4]|I[01]|C0)/, ''));
  return item.ok ? { ok: true, via: 'number', kind: item.kind, number14: item.number14 } : item;
}

function batch(lot: string | undefined, serial: string | undefined): Pick<PackReading, 'lot' | 'serial'> {
  return { ...(lot === undefined ? {} : { lot }), ...(serial === undefined ? {} : { serial }) };
}

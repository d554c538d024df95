import type { Result } from '../failure/standard-error.js';
import { aiFault } from '../gs1/application-identifiers.js';
import { gs1CheckDigit } from '../gs1/check-digit.js';
import { parseDigitalLink } from '../gs1/digital-link.js';
import { parseGtin } from '../gs1/item-number.js';
import type { EpcisCode } from './epcis-codes.js';
import { isUri } from './vocabulary.js';

/** A class of things as an event names it. */
export type EpcisClass =
  | { readonly kind: 'lot'; readonly number14: string; readonly lot: string }
  | { readonly kind: 'item'; readonly number14: string }
  /** A URI that follows no GS1 key, e.g. an address of our own; whoever knows it decides. */
  | { readonly kind: 'other' };

const LGTIN = /^urn:epc:class:lgtin:([0-9]{6,12})\.([0-9]{1,7})\.(.+)$/;

/**
 * Reads the URI of a class: a GS1 Digital Link (`…/01/{gtin}/10/{lot}`), an `urn:epc:class:lgtin:…`, or any other. Fails with
 * `epcis.uri`, `epcis.check-digit`, `epcis.internal-number` (restricted numbers are no GS1 keys) and `epcis.class-id`.
 */
export function readClassId(uri: unknown): Result<EpcisClass, EpcisCode> {
  if (!isUri(uri)) return { ok: false, code: 'epcis.uri' };
  if (/^urn:epc:class:lgtin:/i.test(uri)) return readLgtin(uri);
  if (/^https?:\/\/[^/]+\/(?:.*\/)?01\/[0-9]/i.test(uri)) return readLink(uri);
  return { ok: true, kind: 'other' };
}

function readLink(uri: string): Result<EpcisClass, EpcisCode> {
  const link = parseDigitalLink(uri);
  if (link.ok) {
    const { gtin14: number14, lot } = link;
    return lot === undefined ? { ok: true, kind: 'item', number14 } : { ok: true, kind: 'lot', number14, lot };
  }
  return { ok: false, code: FAULTS[link.code] ?? 'epcis.class-id' };
}

/** `CompanyPrefix.IndicatorItemReference.Lot`: the check digit is left out there, so it is worked out (TDS 2.0 §6.3.14). */
function readLgtin(uri: string): Result<EpcisClass, EpcisCode> {
  const match = LGTIN.exec(uri);
  if (!match || match[1]!.length + match[2]!.length !== 13) return { ok: false, code: 'epcis.class-id' };
  const body = match[2]![0]! + match[1]! + match[2]!.slice(1);
  const item = parseGtin(body + gs1CheckDigit(body));
  if (!item.ok) return { ok: false, code: FAULTS[item.code] ?? 'epcis.class-id' };
  const lot = decoded(match[3]!);
  if (lot === null || aiFault('10', lot)) return { ok: false, code: 'epcis.class-id' };
  return { ok: true, kind: 'lot', number14: item.number14, lot };
}

const FAULTS: Partial<Record<string, EpcisCode>> = {
  'gs1.check-digit': 'epcis.check-digit',
  'gs1.internal-number': 'epcis.internal-number',
  'gs1.restricted': 'epcis.internal-number',
};

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

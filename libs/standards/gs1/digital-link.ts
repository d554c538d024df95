import { StandardError, type Result } from '../failure/standard-error.js';
import { aiFault, aiRule } from './application-identifiers.js';
import type { Gs1Code } from './gs1-codes.js';
import { parseGtin } from './item-number.js';

/** What a GS1 Digital Link of a trade item says. */
export interface DigitalLinkParts {
  /** A number under a GS1 licence, of any length; never one of the platform's internal numbers. */
  readonly gtin: string;
  /** Consumer product variant, AI 22. */
  readonly cpv?: string | undefined;
  /** AI 10. */
  readonly lot?: string | undefined;
  /** AI 21. */
  readonly serial?: string | undefined;
  /** Facts that do not identify, by AI, e.g. `{ 17: '261231' }`; dates as YYMMDD. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** A Digital Link, understood. */
export interface DigitalLink {
  readonly gtin14: string;
  readonly cpv?: string;
  readonly lot?: string;
  readonly serial?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The rest of the query, e.g. `linkType`. */
  readonly parameters: Readonly<Record<string, string>>;
}

const QUALIFIERS = [
  ['22', 'cpv'],
  ['10', 'lot'],
  ['21', 'serial'],
] as const;
/** AIs that identify: they stand in the path, never in the query. */
const PATH_AIS = new Set(['00', '01', '02', '22', '10', '21']);
const LONGEST_LINK = 2048;

/** Encodes all but letters, digits and `- . _ ~`: the Digital Link standard wants `! ' ( ) *` encoded too. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Writes a GS1 Digital Link: `{base}/01/{gtin14}[/22/{cpv}][/10/{lot}][/21/{serial}][?17=YYMMDD…]`.
 *
 * @param base scheme and host, optionally a path (`https://choxa.vn`); `''` gives the path alone
 * @throws StandardError `gs1.internal-number` for a number of the platform's own, which must never look like a GS1 link;
 *   else the code of the part that is wrong
 */
export function buildDigitalLink(base: string, parts: DigitalLinkParts): string {
  const item = parseGtin(parts.gtin);
  if (!item.ok) throw new StandardError(item.code, parts.gtin);
  let link = `${base.replace(/\/+$/, '')}/01/${item.number14}`;
  for (const [ai, name] of QUALIFIERS) {
    const value = parts[name];
    if (value === undefined) continue;
    const fault = qualifierFault(ai, value);
    if (fault !== undefined) throw new StandardError(fault, name);
    link += `/${ai}/${encode(value)}`;
  }
  const query = Object.entries(parts.attributes ?? {}).map(([ai, value]) => {
    const fault = PATH_AIS.has(ai) ? 'gs1.ai' : aiFault(ai, value);
    if (fault !== undefined) throw new StandardError(fault, ai);
    return `${ai}=${encode(value)}`;
  });
  return query.length === 0 ? link : `${link}?${query.join('&')}`;
}

/**
 * Reads a Digital Link, whole or as a path. Qualifiers must stand in the order 22, 10, 21 (`gs1.link-order`); a number may be
 * shorter than 14 digits; an internal number fails with `gs1.internal-number`. Query parameters that are no AI known here
 * are handed back as they are.
 */
export function parseDigitalLink(link: string): Result<DigitalLink, Gs1Code> {
  if (typeof link !== 'string' || link.length > LONGEST_LINK) return { ok: false, code: 'gs1.link' };
  const [address = '', query = ''] = splitOnce(link.trim().split('#', 1)[0]!, '?');
  const segments = address
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
    .replace(/\/$/, '')
    .split('/')
    .map(decode);
  const start = segments.findIndex((segment, i) => segment === '01' && /^[0-9]+$/.test(segments[i + 1] ?? ''));
  if (start === -1 || segments.includes(undefined)) return { ok: false, code: 'gs1.link' };
  const item = parseGtin(segments[start + 1]!);
  if (!item.ok) return item;
  const qualifiers = readQualifiers(segments.slice(start + 2) as string[]);
  if (!qualifiers.ok) return qualifiers;
  const facts = readQuery(query);
  return facts.ok
    ? { ...qualifiers.parts, ok: true, gtin14: item.number14, attributes: facts.attributes, parameters: facts.parameters }
    : facts;
}

/** A lot named `.` or `..` is legal in a bar code, but every browser would read it as a step in the path. */
function qualifierFault(ai: string, value: string): Gs1Code | undefined {
  return value === '.' || value === '..' ? 'gs1.value' : aiFault(ai, value);
}

function readQualifiers(segments: readonly string[]): Result<{ readonly parts: Pick<DigitalLink, 'cpv' | 'lot' | 'serial'> }, Gs1Code> {
  if (segments.length % 2 !== 0) return { ok: false, code: 'gs1.link' };
  const parts: Record<string, string> = {};
  let reached = -1;
  for (let i = 0; i < segments.length; i += 2) {
    const position = QUALIFIERS.findIndex(([ai]) => ai === segments[i]);
    if (position === -1) return { ok: false, code: 'gs1.ai' };
    if (position <= reached) return { ok: false, code: 'gs1.link-order' };
    reached = position;
    const [ai, name] = QUALIFIERS[position]!;
    const fault = qualifierFault(ai, segments[i + 1]!);
    if (fault !== undefined) return { ok: false, code: fault };
    parts[name] = segments[i + 1]!;
  }
  return { ok: true, parts };
}

function readQuery(query: string): Result<Pick<DigitalLink, 'attributes' | 'parameters'>, Gs1Code> {
  const attributes = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const pair of query.split(/[&;]/).filter(Boolean)) {
    const [key, value] = splitOnce(pair, '=').map(decode);
    if (key === undefined || value === undefined) return { ok: false, code: 'gs1.link' };
    if (!PATH_AIS.has(key) && aiRule(key) === undefined) {
      parameters.set(key, value);
      continue;
    }
    const fault = PATH_AIS.has(key) ? 'gs1.link-order' : attributes.has(key) ? 'gs1.ai-repeated' : aiFault(key, value);
    if (fault !== undefined) return { ok: false, code: fault };
    attributes.set(key, value);
  }
  return { ok: true, attributes: Object.fromEntries(attributes), parameters: Object.fromEntries(parameters) };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

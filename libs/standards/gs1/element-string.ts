import { StandardError, type Result } from '../failure/standard-error.js';
import { aiFault, aiRule, hasPredefinedLength } from './application-identifiers.js';
import type { Gs1Code } from './gs1-codes.js';

/** The separator that FNC1 leaves in scanned data. */
export const GROUP_SEPARATOR = '\u001d';

/** One fact of a GS1-128, DataMatrix or QR code: an application identifier and its value. */
export interface GS1Element {
  readonly ai: string;
  readonly value: string;
}

const SYMBOLOGY_IDENTIFIER = /^\](?:C1|d2|Q3|e0|J1)/;

/**
 * Writes elements as one string: `00`/`01`/`02` first, then the others of known length, then variable ones with a separator
 * after each that is not last. Within each group the given order stays. Which AIs demand one another is not checked here: the
 * drawing library's GS1 linter does that.
 *
 * @returns `data` as scanners read it, and `text` with the AIs in brackets, as printed under the bars and as bwip-js takes it
 * @throws StandardError `gs1.ai`, `gs1.ai-repeated`, `gs1.value`, `gs1.date`, `gs1.check-digit`, `gs1.internal-number`
 */
export function buildElementString(elements: readonly GS1Element[]): { readonly data: string; readonly text: string } {
  if (elements.length === 0) throw new StandardError('gs1.empty');
  const fault = elementsFault(elements);
  if (fault !== undefined) throw new StandardError(fault);
  const place = ({ ai }: GS1Element): number => (/^0[012]$/.test(ai) ? 0 : hasPredefinedLength(ai) ? 1 : 2);
  const ordered = [...elements].sort((a, b) => place(a) - place(b));
  const last = ordered.length - 1;
  return {
    data: ordered.map(({ ai, value }, i) => ai + value + (i < last && !hasPredefinedLength(ai) ? GROUP_SEPARATOR : '')).join(''),
    text: ordered.map(({ ai, value }) => `(${ai})${value}`).join(''),
  };
}

/**
 * Reads scanned data (with or without the scanner's `]C1`-like mark) or its bracketed print form `(01)…(10)…`.
 * A separator more than needed is tolerated; an unknown AI fails, because its length is not known.
 */
export function parseElementString(text: string): Result<{ readonly elements: readonly GS1Element[] }, Gs1Code> {
  if (typeof text !== 'string') return { ok: false, code: 'gs1.characters' };
  const data = text.trim().replace(SYMBOLOGY_IDENTIFIER, '');
  if (data === '') return { ok: false, code: 'gs1.empty' };
  const elements = data.startsWith('(') ? splitBracketed(data) : splitRaw(data);
  if (elements === undefined) return { ok: false, code: 'gs1.ai' };
  if (elements.length === 0) return { ok: false, code: 'gs1.empty' };
  const fault = elementsFault(elements);
  return fault === undefined ? { ok: true, elements } : { ok: false, code: fault };
}

/** The value of an AI in a parsed element string. */
export function elementValue(elements: readonly GS1Element[], ai: string): string | undefined {
  return elements.find((element) => element.ai === ai)?.value;
}

function elementsFault(elements: readonly GS1Element[]): Gs1Code | undefined {
  const seen = new Set<string>();
  for (const { ai, value } of elements) {
    const fault = aiFault(ai, value);
    if (fault !== undefined) return fault;
    if (seen.has(ai)) return 'gs1.ai-repeated';
    seen.add(ai);
  }
  return undefined;
}

function splitRaw(data: string): GS1Element[] | undefined {
  const elements: GS1Element[] = [];
  let at = 0;
  while (at < data.length) {
    if (data[at] === GROUP_SEPARATOR) {
      at += 1;
      continue;
    }
    const ai = [2, 3, 4].map((length) => data.slice(at, at + length)).find((head) => aiRule(head) !== undefined);
    if (ai === undefined) return undefined;
    const from = at + ai.length;
    const separator = data.indexOf(GROUP_SEPARATOR, from);
    const until = hasPredefinedLength(ai) ? from + aiRule(ai)!.max : separator === -1 ? data.length : separator;
    elements.push({ ai, value: data.slice(from, until) });
    at = until;
  }
  return elements;
}

function splitBracketed(data: string): GS1Element[] | undefined {
  // A bracket may also be part of a lot; only brackets around an AI we know start a new element.
  const heads = [...data.matchAll(/\(([0-9]{2,4})\)/g)].filter(([, ai]) => aiRule(ai!) !== undefined);
  if (heads[0]?.index !== 0) return undefined;
  return heads.map((head, i) => ({ ai: head[1]!, value: data.slice(head.index + head[0].length, heads[i + 1]?.index) }));
}

import { parseDigitalLink } from '@choxa/standards';
import { readCode, readLink, type ReadTrace } from '../trace/trace-code-in.rules.js';

/** What the path of a trace page asks for: `/t/{code}` or `/01/{gtin}…`, with or without the English prefix. */
export function readAddress(path: string): ReadTrace {
  const address = path.replace(/^\/en(?=\/)/, '').split('?', 1)[0]!;
  const code = /^\/t\/([0-9A-Za-z-]+)$/.exec(address)?.[1];
  if (code) return readCode(code);
  const link = parseDigitalLink(address);
  if (!link.ok) return { ok: false, code: 'trace.malformed' };
  const { gtin14, cpv, lot, serial } = link;
  return readLink(gtin14, { cpv, lot, serial });
}

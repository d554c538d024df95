import { buildElementString, toGs1Date } from '@choxa/standards';
import { code128Bars } from './code-128-drawing.js';
import type { Drawing } from './drawing.js';

/**
 * Draws the GS1-128 code of a carton: number, and expiry and lot where there is one, with the elements as text below.
 * Throws `StandardError` `gs1.internal-number` on a number of the platform's own.
 */
export function gs1128Drawing({
  number14,
  lot,
  expiresOn,
}: {
  number14: string;
  lot: string | null;
  /** `YYYY-MM-DD`. */
  expiresOn: string | null;
}): Drawing {
  const { text } = buildElementString([
    { ai: '01', value: number14 },
    ...(expiresOn ? [{ ai: '17', value: toGs1Date(expiresOn) }] : []),
    ...(lot ? [{ ai: '10', value: lot }] : []),
  ]);
  return code128Bars('gs1-128', text);
}

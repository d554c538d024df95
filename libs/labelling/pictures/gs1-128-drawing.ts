import bwipjs from 'bwip-js/node';
import { buildElementString, toGs1Date } from '@choxa/standards';
import type { Bar, Drawing } from './drawing.js';

/** Logistics (domain.md §3): X 0.495 mm, bars 31.75 mm or more, 10X of white on both sides. */
const MODULE_MM = 0.495;
const BARS = 64.5;
const QUIET = 10;
const TEXT_SIZE = 9;
const TEXT_LINE = 11;

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
  const [code] = bwipjs.raw({ bcid: 'gs1-128', text }) as unknown as [{ sbs: number[] }];
  const bars: Bar[] = [];
  let x = QUIET;
  code.sbs.forEach((width, i) => {
    if (i % 2 === 0) bars.push({ x, y: 0, width, height: BARS });
    x += width;
  });
  const width = x + QUIET;
  const words = { text, x: width / 2, baseline: BARS + TEXT_LINE - 2, size: TEXT_SIZE };
  return { width, height: BARS + TEXT_LINE, moduleMm: MODULE_MM, modulePixels: 4, bars, texts: [words] };
}

import bwipjs from 'bwip-js/node';
import type { Bar, Drawing } from './drawing.js';

/** Logistics (domain.md §3): X 0.495 mm, bars 31.75 mm or more, 10X of white on both sides. */
const MODULE_MM = 0.495;
const BARS = 64.5;
const QUIET = 10;
const TEXT_SIZE = 9;
const TEXT_LINE = 11;

/** Draws a parcel's number as Code 128 with its signs below. */
export function code128Drawing(text: string): Drawing {
  return code128Bars('code128', text);
}

/** The bars of a Code 128 symbol (`gs1-128`: with its elements in brackets) over the text it holds. */
export function code128Bars(symbology: 'code128' | 'gs1-128', text: string): Drawing {
  const [code] = bwipjs.raw({ bcid: symbology, text }) as unknown as [{ sbs: number[] }];
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

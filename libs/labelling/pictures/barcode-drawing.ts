import bwipjs from 'bwip-js/node';
import { barcodeSymbology, displayNumber, INTERNAL_NUMBER_NOTICE, isInternalNumber } from '@choxa/standards';
import type { Bar, Drawing, DrawnText } from './drawing.js';
import { textWidth } from './font.js';

interface Shape {
  /** Quiet zones left and right, in X. */
  readonly left: number;
  readonly right: number;
  readonly moduleMm: number;
  /** Height of the bars, in X. */
  readonly bars: number;
}

// GS1 General Specifications 5.2.3 and 5.3.2. EAN-13 at 100 %: X 0.330 mm, 11X + 95X + 7X = 37.29 mm wide, bars 22.85 mm high.
const SHAPES: Record<'ean13' | 'ean8' | 'itf14', Shape> = {
  ean13: { left: 11, right: 7, moduleMm: 0.33, bars: 69.25 },
  ean8: { left: 7, right: 7, moduleMm: 0.33, bars: 55.25 },
  itf14: { left: 10, right: 10, moduleMm: 0.495, bars: 64.5 },
};

/** Guard bars reach 5X below the others, between the digits. */
const GUARD = 5;
const PIXELS = 4;
const DIGIT_SIZE = 10.25;
const DIGIT_LINE = 9.25;
const NOTICE_SIZE = 6;
const NOTICE_LINE = 8;
/** ITF-14: a wide bar is 2.5 narrow ones, and bars above and below keep a slanting scan from reading half of it. */
const WIDE = 2.5;
const BEARER = 4;

/**
 * Draws a number as EAN-13 (also 12-digit ones), EAN-8 or ITF-14, with quiet zones and readable digits; an internal number says that it is one.
 *
 * @param number14 the 14-digit form of a valid number
 * @param tallest height to stay within, in X, where a label has no room for full bars; digits and words keep their size
 */
export function barcodeDrawing(number14: string, tallest = Infinity): Drawing {
  const kind = barcodeSymbology(number14);
  const digits = displayNumber(number14);
  const internal = isInternalNumber(number14);
  const below = DIGIT_LINE + (internal ? NOTICE_LINE : 0) + (kind === 'itf14' ? 2 * BEARER : 0);
  const shape = { ...SHAPES[kind], bars: Math.min(SHAPES[kind].bars, tallest - below) };
  const [code] = bwipjs.raw({ bcid: kind, text: digits, includetext: true }) as unknown as [{ sbs: number[]; bbs: number[] }];
  const drawn = kind === 'itf14' ? itf14(code.sbs, digits, shape) : ean(kind, code, digits, shape);
  return internal ? withNotice(drawn) : drawn;
}

function ean(kind: 'ean13' | 'ean8', { sbs, bbs }: { sbs: number[]; bbs: number[] }, digits: string, shape: Shape): Drawing {
  const bars: Bar[] = [];
  let x = shape.left;
  sbs.forEach((width, i) => {
    // Bars and spaces alternate; bbs < 0 marks the bars that reach below.
    if (i % 2 === 0) bars.push({ x, y: 0, width, height: shape.bars + ((bbs[i / 2] ?? 0) < 0 ? GUARD : 0) });
    x += width;
  });
  const half = kind === 'ean13' ? 6 : 4;
  const inside = kind === 'ean13' ? digits.slice(1) : digits;
  const baseline = shape.bars + DIGIT_LINE - 0.75;
  // 3X of guard, digits of 7X, 5X of guard in the middle.
  const texts: DrawnText[] = [...inside].map((text, i) => ({
    text,
    x: shape.left + 3 + 7 * i + 3.5 + (i >= half ? 5 : 0),
    baseline,
    size: DIGIT_SIZE,
  }));
  if (kind === 'ean13') texts.unshift({ text: digits[0]!, x: shape.left - 6, baseline, size: DIGIT_SIZE });
  return { width: x + shape.right, height: shape.bars + DIGIT_LINE, moduleMm: shape.moduleMm, modulePixels: PIXELS, bars, texts };
}

function itf14(sbs: number[], digits: string, shape: Shape): Drawing {
  const bars: Bar[] = [];
  let x = shape.left;
  sbs.forEach((units, i) => {
    const width = units > 1 ? WIDE : 1;
    if (i % 2 === 0) bars.push({ x, y: BEARER, width, height: shape.bars });
    x += width;
  });
  const width = x + shape.right;
  for (const y of [0, BEARER + shape.bars]) bars.push({ x: 0, y, width, height: BEARER });
  const bottom = shape.bars + 2 * BEARER;
  const text = `${digits[0]} ${digits.slice(1, 3)} ${digits.slice(3, 8)} ${digits.slice(8, 13)} ${digits[13]}`;
  return {
    width,
    height: bottom + DIGIT_LINE,
    moduleMm: shape.moduleMm,
    modulePixels: PIXELS,
    bars,
    texts: [{ text, x: width / 2, baseline: bottom + DIGIT_LINE - 0.75, size: DIGIT_SIZE }],
  };
}

/** The honest words below the digits, as wide as the picture at most (domain.md §3). */
function withNotice(drawing: Drawing): Drawing {
  const text = INTERNAL_NUMBER_NOTICE.vi;
  const size = Math.min(NOTICE_SIZE, (NOTICE_SIZE * (drawing.width - 4)) / textWidth(text, NOTICE_SIZE));
  const height = drawing.height + NOTICE_LINE;
  return { ...drawing, height, texts: [...drawing.texts, { text, x: drawing.width / 2, baseline: height - 1.75, size }] };
}

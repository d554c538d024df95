import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

const require = createRequire(import.meta.url);
const { resolve } = require;
/** Loaded with the first text that is set: 25 MB that an API which draws none need not hold. */
const fontKit = () => require('fontkit') as typeof import('fontkit');

/** Whole TTF files: every Vietnamese letter is in them, and pictures do not depend on the fonts of a machine. */
export const FONT_FILES = {
  regular: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
} as const;

export type FontName = keyof typeof FONT_FILES;

const open = new Map<string, Font>();

function font(name: FontName = 'regular'): Font {
  if (!open.has(name)) open.set(name, fontKit().create(readFileSync(FONT_FILES[name])) as Font);
  return open.get(name)!;
}

const widths = new Map<string, number>();
const REMEMBERED = 5_000;

/** Width of a text at a type size, in the unit of that size. */
export function textWidth(text: string, size: number, name: FontName = 'regular'): number {
  const key = `${name} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = font(name).layout(text).advanceWidth / font(name).unitsPerEm;
    // Fitting a text asks for the same words at many sizes.
    if (widths.size >= REMEMBERED) widths.clear();
    widths.set(key, width);
  }
  return width * size;
}

/** The outlines of a text as SVG path data, its middle at `x` and its feet on `baseline`. */
export function textOutline(
  text: string,
  { x, baseline, size }: { x: number; baseline: number; size: number },
  name: FontName = 'regular',
): string {
  const scale = size / font(name).unitsPerEm;
  let at = x - textWidth(text, size, name) / 2;
  let path = '';
  const run = font(name).layout(text);
  run.glyphs.forEach((glyph, i) => {
    for (const { command, args } of glyph.path.commands) path += LETTERS[command] + points(args, at, baseline, scale);
    at += run.positions[i]!.xAdvance * scale;
  });
  return path;
}

const LETTERS: Record<string, string> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

function points(args: number[], x: number, baseline: number, scale: number): string {
  return args.map((value, i) => Number((i % 2 ? baseline - value * scale : x + value * scale).toFixed(2))).join(' ');
}

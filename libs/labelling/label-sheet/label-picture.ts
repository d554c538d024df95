import { loadSharp } from '@choxa/platform';
import { textOutline, textWidth } from '../pictures/font.js';
import type { LabelLayout } from './label-layout.js';

/** What label printers print at. */
const DPI = 300;

/** A label as an SVG in true millimetres: black on white, texts as outlines. The same label gives the same bytes. */
export function labelSvg({ width, height, texts, drawings }: LabelLayout): string {
  const paths = [
    ...texts.map(({ text, x, baseline, size, font }) =>
      textOutline(text, { x: x + textWidth(text, size, font) / 2, baseline, size }, font),
    ),
    ...drawings.flatMap(({ drawing, x, y, moduleMm: mm }) => [
      ...drawing.bars.map(
        (bar) => `M${at(x + bar.x * mm)} ${at(y + bar.y * mm)}h${at(bar.width * mm)}v${at(bar.height * mm)}h${at(-bar.width * mm)}z`,
      ),
      ...drawing.texts.map((text) =>
        textOutline(text.text, { x: x + text.x * mm, baseline: y + text.baseline * mm, size: text.size * mm }),
      ),
    ]),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${paths.join('')}"/></svg>`
  );
}

/** A label as a PNG of 300 dpi that knows its resolution, so that it prints at 100 %. */
export async function labelPng(layout: LabelLayout): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(Buffer.from(labelSvg(layout)), { density: DPI })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .withMetadata({ density: DPI })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function at(millimetres: number): number {
  return Number(millimetres.toFixed(4));
}

import { loadSharp } from '@choxa/platform';
import type { Drawing } from './drawing.js';
import { textOutline } from './font.js';

const MM_PER_INCH = 25.4;

/** An SVG in true millimetres: black on white, texts as outlines. The same drawing gives the same bytes. */
export function toSvg(drawing: Drawing): string {
  const { width, height, moduleMm } = drawing;
  const mm = (modules: number): string => `${Number((modules * moduleMm).toFixed(3))}mm`;
  return picture(drawing, mm(width), mm(height));
}

/** A PNG of whole pixels per module and, for printing at 100 %, its resolution. The same drawing gives the same bytes. */
export async function toPng(drawing: Drawing): Promise<Buffer> {
  const { width, height, moduleMm, modulePixels } = drawing;
  const svg = picture(drawing, String(width * modulePixels), String(Math.ceil(height * modulePixels)));
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .withMetadata({ density: (modulePixels / moduleMm) * MM_PER_INCH })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function picture({ width, height, bars, texts }: Drawing, shownWidth: string, shownHeight: string): string {
  const path = bars.map((bar) => `M${bar.x} ${bar.y}h${bar.width}v${bar.height}h${-bar.width}z`).join('');
  const words = texts.map((text) => textOutline(text.text, text)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${width} ${height}">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><path fill="#000" shape-rendering="crispEdges" d="${path}"/>` +
    (words ? `<path fill="#000" d="${words}"/>` : '') +
    '</svg>'
  );
}

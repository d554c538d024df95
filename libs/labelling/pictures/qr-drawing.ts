import bwipjs from 'bwip-js/node';
import type { Bar, Drawing } from './drawing.js';

/** Modules kept white around a QR code (ISO/IEC 18004). */
const QUIET = 4;
/** Retail QR: X of 0.396 mm or more (domain.md §3). */
const MODULE_MM = 0.396;

/** Draws a text (a link) as a QR code with its quiet zone. `errorCorrection` M survives 15 % of damage, L 7 % with fewer modules. */
export function qrDrawing(text: string, errorCorrection: 'M' | 'L' = 'M'): Drawing {
  const [code] = bwipjs.raw('qrcode', text, `eclevel=${errorCorrection}`) as unknown as [{ pixs: number[]; pixx: number; pixy: number }];
  const bars: Bar[] = [];
  for (let row = 0; row < code.pixy; row += 1) {
    for (let column = 0; column < code.pixx; column += 1) {
      const start = column;
      while (column < code.pixx && code.pixs[row * code.pixx + column]) column += 1;
      if (column > start) bars.push({ x: QUIET + start, y: QUIET + row, width: column - start, height: 1 });
    }
  }
  return { width: code.pixx + 2 * QUIET, height: code.pixy + 2 * QUIET, moduleMm: MODULE_MM, modulePixels: 8, bars, texts: [] };
}

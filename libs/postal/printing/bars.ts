import bwipjs from 'bwip-js/node';
import { encode } from 'uqr';

/** Black boxes of a code, in its smallest modules; quiet zones are not included. */
export interface CodeBoxes {
  width: number;
  height: number;
  boxes: { x: number; y: number; width: number; height: number }[];
}

/** A text (printable ASCII) as the bars of Code 128, one module high. */
export function code128Boxes(text: string): CodeBoxes {
  return barsOf('code128', text);
}

/** GS1 elements, `(00)…`, as the bars of GS1-128, one module high. @throws on an element that breaks GS1's rules */
export function gs1Boxes(elements: string): CodeBoxes {
  return barsOf('gs1-128', elements);
}

function barsOf(bcid: 'code128' | 'gs1-128', text: string): CodeBoxes {
  const [{ sbs }] = bwipjs.raw({ bcid, text }) as unknown as [{ sbs: number[] }];
  const boxes: CodeBoxes['boxes'] = [];
  let x = 0;
  for (const [index, width] of sbs.entries()) {
    // Bars and spaces alternate, a bar first.
    if (index % 2 === 0) boxes.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { width: x, height: 1, boxes };
}

/** A text as a QR code that survives 15 % of damage. Neighbours in a row are one box. */
export function qrBoxes(text: string): CodeBoxes {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const boxes: CodeBoxes['boxes'] = [];
  for (const [y, row] of data.entries()) {
    for (let x = row.indexOf(true); x !== -1;) {
      const end = row.indexOf(false, x);
      const stop = end === -1 ? size : end;
      boxes.push({ x, y, width: stop - x, height: 1 });
      x = end === -1 ? -1 : row.indexOf(true, end);
    }
  }
  return { width: size, height: size, boxes };
}

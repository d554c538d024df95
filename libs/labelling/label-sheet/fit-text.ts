export interface Box {
  readonly width: number;
  readonly height: number;
  readonly maxLines: number;
  /** Type sizes between which to choose, in the unit of width and height. */
  readonly largest: number;
  readonly smallest: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Distance between feet of two lines, in type sizes: room for Ấ under g. */
export const LINE_PITCH = 1.22;
/** Top of Ấ over the feet of its line, and depth of g below them, in type sizes. */
export const ASCENT = 0.98;
const DESCENT = 0.22;
const STEPS = 12;
const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Breaks a text into lines at the largest type size at which it fits its box. At the smallest size, words longer than a line are cut and what
 * still does not fit ends in "…": nothing ever stands outside the box.
 *
 * @param widthOf width of a text at a type size
 */
export function fitText(text: string, box: Box, widthOf: (text: string, size: number) => number): FittedText {
  for (let step = 0; step <= STEPS; step += 1) {
    const size = box.largest - ((box.largest - box.smallest) * step) / STEPS;
    const measure = (line: string): number => widthOf(line, size);
    const lines = wrap(text, box.width, measure);
    if (lines && lines.length <= linesIn(box, size)) return { size, lines };
  }
  return { size: box.smallest, lines: cut(text, box, (line) => widthOf(line, box.smallest)) };
}

/** Height taken by lines of a size. */
export function heightOf(lines: number, size: number): number {
  return lines === 0 ? 0 : size * (ASCENT + DESCENT + (lines - 1) * LINE_PITCH);
}

function linesIn({ height, maxLines }: Box, size: number): number {
  let lines = 1;
  while (lines < maxLines && heightOf(lines + 1, size) <= height) lines += 1;
  return lines;
}

/** Lines broken between words; null when a word is longer than a line. */
function wrap(text: string, width: number, measure: (line: string) => number): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (measure(word) > width) return null;
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Lines filled sign by sign, the last one ending in "…" when something is left over. */
function cut(text: string, box: Box, measure: (line: string) => number): string[] {
  const signs = [...graphemes.segment(text.replace(/\s+/g, ' ').trim())].map(({ segment }) => segment);
  const most = linesIn(box, box.smallest);
  const lines: string[] = [];
  let at = 0;
  while (at < signs.length && lines.length < most) {
    const last = lines.length === most - 1;
    let line = '';
    while (at < signs.length) {
      const longer = line + signs[at]!;
      const more = last && at < signs.length - 1 ? ELLIPSIS : '';
      if (measure(longer + more) > box.width) break;
      line = longer;
      at += 1;
    }
    if (!line) break;
    lines.push(last && at < signs.length ? line + ELLIPSIS : line.trim());
  }
  return lines;
}

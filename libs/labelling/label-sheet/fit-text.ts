export interface Box {
  readonly width: number;
  readonly height: number;
  /** Type sizes between which to choose, in the unit of width and height. */
  readonly largest: number;
  readonly smallest: number;
}

export interface Paragraph {
  readonly text: string;
  /** Its type size against that of the block. */
  readonly scale: number;
  /** Width of a text at a type size. */
  readonly widthOf: (text: string, size: number) => number;
  /** Whether it may end in "…" when nothing else helps; the others are always whole. */
  readonly mayBeCut: boolean;
}

export interface FittedParagraph {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Distance between feet of two lines, in type sizes: room for Ấ under g. */
export const LINE_PITCH = 1.22;
/** Top of Ấ over the feet of its line, in type sizes. */
export const ASCENT = 0.98;
const STEPS = 12;
const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Breaks paragraphs into lines at the largest type size at which all of them fit their box, one below the other. At the smallest size words
 * longer than a line are broken, and of paragraphs that may be cut the longest lose lines and end in "…": nothing ever stands outside the box
 * as long as the others fit.
 */
export function fitBlock(paragraphs: readonly Paragraph[], box: Box): FittedParagraph[] {
  for (let step = 0; step <= STEPS; step += 1) {
    const size = box.largest - ((box.largest - box.smallest) * step) / STEPS;
    const fitted = paragraphs.map((paragraph) => wrapAt(paragraph, size * paragraph.scale, box.width));
    if (fitted.every((paragraph) => paragraph !== null) && blockHeight(fitted) <= box.height) return fitted;
  }
  return cutToFit(paragraphs, box);
}

/** Height of paragraphs one below the other. */
export function blockHeight(paragraphs: readonly FittedParagraph[]): number {
  return paragraphs.reduce((height, { size, lines }) => height + lines.length * size * LINE_PITCH, 0);
}

function wrapAt({ text, widthOf }: Paragraph, size: number, width: number): FittedParagraph | null {
  const lines = wrap(text, width, (line) => widthOf(line, size));
  return lines && { size, lines };
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

/** At the smallest size; line by line is taken from the longest of those that may lose some. */
function cutToFit(paragraphs: readonly Paragraph[], box: Box): FittedParagraph[] {
  const most = Math.floor(box.height / (box.smallest * LINE_PITCH));
  const fitted = paragraphs.map((paragraph) => cut(paragraph, box, most));
  while (blockHeight(fitted) > box.height) {
    const lengths = fitted.map(({ lines }, i) => (paragraphs[i]!.mayBeCut ? lines.length : 0));
    const longest = lengths.indexOf(Math.max(...lengths));
    if (lengths[longest]! <= 1) break;
    fitted[longest] = cut(paragraphs[longest]!, box, lengths[longest]! - 1);
  }
  return fitted;
}

/** Lines broken between words, and inside those longer than a line; the last one ends in "…" when something is left over. */
function cut({ text, scale, widthOf }: Paragraph, { width, smallest }: Box, most: number): FittedParagraph {
  const size = smallest * scale;
  const fits = (line: string): boolean => widthOf(line, size) <= width;
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  for (const part of words.flatMap((word) => (fits(word) ? [` ${word}`] : broken(` ${word}`, fits)))) {
    const longer = (line + part).trimStart();
    if (!line || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = part.trimStart();
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return { size, lines };
  const signs = signsOf(lines[most - 1]!);
  while (signs.length && !fits(signs.join('') + ELLIPSIS)) signs.pop();
  return { size, lines: [...lines.slice(0, most - 1), signs.join('').trimEnd() + ELLIPSIS] };
}

/** A word in pieces that fit a line each. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of signsOf(word)) {
    if (piece && !fits(piece + sign)) {
      pieces.push(piece);
      piece = sign;
    } else piece += sign;
  }
  return [...pieces, piece];
}

function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

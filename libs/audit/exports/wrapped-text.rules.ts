/**
 * Cuts a text to lines no wider than `width`: between words, and inside a word that is wider than a line, so that nothing is lost.
 *
 * @param measure width of a text in the unit of `width`
 */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const piece of piecesOf(word, width, measure)) {
      if (line) lines.push(line);
      line = piece;
    }
  }
  return line ? [...lines, line] : lines;
}

/** A word, or the pieces of one that no line is wide enough for; a piece has one sign at least. */
function piecesOf(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece && measure(piece + sign) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}

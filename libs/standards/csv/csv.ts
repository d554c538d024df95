/**
 * Where a spreadsheet would begin a formula, wide forms of the signs included: at the beginning of a cell, and behind a semicolon, a tab or a line break, at
 * which a spreadsheet set to Vietnamese, or one that was pasted into, cuts a line whatever is quoted.
 */
const FORMULA = /((?:^|[;\t\r\n])[^\S\t\r\n]*)(?=[=+\-@＝＋－＠])/g;

/** A text as a cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula: an apostrophe in front makes it a text. */
export function csvCell(text: string): string {
  const inert = text.replace(FORMULA, "$1'");
  return /[",;\t\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Texts as one line of a CSV file, with its end. */
export function csvLine(texts: readonly string[]): string {
  return `${texts.map(csvCell).join(',')}\r\n`;
}

import { parseItemNumber } from '@choxa/standards';
import type { ContentCheck } from '@choxa/postal-contract';

/** A code as a scanner hands it over, in the 14-digit form in which content is announced. What is no pack number stays as it is. */
export function scannedCode(text: string): string {
  const item = parseItemNumber(text);
  return item.ok ? item.number14 : text.trim();
}

/**
 * What the scanned packs say about each announced line, in the lines' sequence. `matches`: the announced code was scanned.
 * Codes nobody announced are laid against the lines without a match, one each (`other_code`); what is left over is `missing`.
 */
export function checkContents(announced: readonly (string | null)[], scanned: readonly string[]): ContentCheck[] {
  const found = new Set(scanned.map(scannedCode).filter(Boolean));
  let strangers = [...found].filter((code) => !announced.includes(code)).length;
  return announced.map((code) => {
    if (code !== null && found.has(code)) return 'matches';
    if (strangers === 0) return 'missing';
    strangers -= 1;
    return 'other_code';
  });
}

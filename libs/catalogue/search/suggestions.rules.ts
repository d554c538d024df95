import type { SuggestionDto } from './suggestions.dto.js';
import { foldedWords } from './words.rules.js';

/** At most so many lines, and so many of each kind. */
const MOST = 8;
const MOST_OF_KIND: Record<SuggestionDto['kind'], number> = { name: 5, set: 1, province: 1, commune: 1, household: 2 };

/** Whether every typed word begins a word of the text, in their order. Both folded. */
export function beginsIn(text: string, typed: readonly string[]): boolean {
  let at = 0;
  const words = foldedWords(text);
  return typed.every((word) => {
    const found = words.findIndex((one, n) => n >= at && one.startsWith(word));
    at = found + 1;
    return found >= 0;
  });
}

/** Candidates of all kinds, best first within each, as the list that is shown: names first, no text twice. */
export function pickSuggestions(candidates: readonly SuggestionDto[]): SuggestionDto[] {
  const taken = new Map<string, number>();
  const texts = new Set<string>();
  const picked = candidates.filter(({ kind, text }) => {
    const key = `${kind} ${foldedWords(text).join(' ')}`;
    const before = taken.get(kind) ?? 0;
    if (texts.has(key) || before >= MOST_OF_KIND[kind]) return false;
    texts.add(key);
    taken.set(kind, before + 1);
    return true;
  });
  return picked.slice(0, MOST);
}

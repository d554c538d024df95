import { subjectKindOf, type SubjectKind } from '@choxa/households';
import { fold } from '@choxa/standards';
import { note, type Note } from './notes.js';
import { cellText } from './values.rules.js';

/** What a producer is: a subject of some kind, or a plain household (null). A name that says its legal form is believed before the column. */
export function kindOf(name: string, cell: string): { kind: SubjectKind | null; gap: Note | null } {
  const told = subjectKindOf(name);
  if (told) return { kind: told, gap: null };
  const words = fold(cellText(cell))
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const kind = subjectKindOf(words);
  const household = kind !== null || /^(ho|household)\b/.test(words) || /^ho\b/.test(fold(name));
  return { kind, gap: household ? null : note('kind.unknown') };
}

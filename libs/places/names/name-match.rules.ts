import { fold, normalizeText, spellingKey } from '@choxa/standards';

/**
 * How near a typed name is to a known one; smaller is nearer.
 * 0 same spelling (whatever the placement of tones) · 1 same where the typed text has marks at all · 2 same without marks ·
 * 3 a common other spelling (i/y, c/k) · 4 one slip of the finger.
 */
export type Nearness = 0 | 1 | 2 | 3 | 4;
export const SLIP: Nearness = 4;

/** A name with everything that comparing needs, made once. */
export interface NameKeys {
  spelling: string;
  folded: string;
  /** Key of the look-up tables: equal for all spellings up to nearness 3. */
  loose: string;
}

const ROMAN: Record<string, string> = { I: '1', II: '2', III: '3', IV: '4', V: '5', VI: '6', VII: '7', VIII: '8', IX: '9', X: '10' };

/**
 * Numbers as people write them: `01` → `1`, a last word in Roman capitals (`Hải Châu II`) → its number. In a name all in capitals
 * `VI` is the syllable (`MƯỜNG VI`, `SƠN VI`): no unit has a name and the number six.
 */
function plainNumbers(text: string): string {
  return text
    .replace(/(?<=\s)(?:I{1,3}|IV|VI{0,3}|IX|X)$/u, (roman) => (roman === 'VI' && !/\p{Ll}/u.test(text) ? roman : ROMAN[roman]!))
    .replace(/(?<=\s)(?:ii|iii|iv)$/u, (roman) => ROMAN[roman.toUpperCase()]!)
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Keys of a name as somebody typed it. */
export function nameKeys(name: string): NameKeys {
  const words = plainNumbers(normalizeText(name)).match(WORD) ?? [];
  return keysOf(words.map(formsOf));
}

/** As {@link nameKeys} for names of the list, which are normal already and made of few different words: twenty times faster. */
export function storedNameKeys(name: string): NameKeys {
  return keysOf(storedWords(plainNumbers(name)));
}

/** Forms of each word of a name of the list. */
export function storedWords(name: string): WordForms[] {
  return (name.match(WORD) ?? []).map((word) => {
    let forms = knownWords.get(word);
    if (!forms) knownWords.set(word, (forms = formsOf(word)));
    return forms;
  });
}

export interface WordForms {
  /** Small letters with the tone behind the word. */
  spelling: string;
  /** Without marks. */
  folded: string;
}

/** Words of the list only, never of what people type: some 4,000. */
const knownWords = new Map<string, WordForms>();

// Letters and digits only: `Ea H'Leo`, `Ea Hleo`, `EaH’leo` are one name, and so are `Phan Rang - Tháp Chàm` and `Phan Rang Tháp Chàm`.
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function formsOf(word: string): WordForms {
  return { spelling: spellingKey(word), folded: fold(word) };
}

function keysOf(words: readonly WordForms[]): NameKeys {
  return {
    spelling: words.map((word) => word.spelling).join(''),
    folded: words.map((word) => word.folded).join(''),
    // "Mỹ" and "Mĩ" are one word, "Yên" and "Iên" are not.
    loose: words.map(({ folded }) => folded.replace(/(?<=.)y/g, 'i').replaceAll('k', 'c')).join(''),
  };
}

/** Nearness of a typed name to a known one, up to 3; null when they are different names. */
export function nearness(typed: string, typedKeys: NameKeys, known: string, knownKeys: NameKeys): Nearness | null {
  if (typedKeys.spelling === knownKeys.spelling) return 0;
  if (typedKeys.folded === knownKeys.folded) return agreesWhereMarked(typed, known) ? 1 : 2;
  return typedKeys.loose === knownKeys.loose ? 3 : null;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether every mark that was typed is also in the known name: `Tam Đan` agrees with `Tam Đàn` and not with `Tam Dân`. */
function agreesWhereMarked(typed: string, known: string): boolean {
  const typedWords = words(typed);
  const knownWords = words(known);
  if (typedWords.length !== knownWords.length) return !/[\p{M}đ]/u.test(typedWords.join(''));
  return typedWords.every((word, at) => {
    const other = knownWords[at]!;
    const tones = word.match(TONES) ?? [];
    if (tones.length && tones.join() !== (other.match(TONES) ?? []).join()) return false;
    const letters = lettersOf(word);
    const otherLetters = lettersOf(other);
    return letters.length === otherLetters.length && letters.every((letter, i) => letter === otherLetters[i] || isPlain(letter));
  });
}

function words(text: string): string[] {
  return (
    plainNumbers(normalizeText(text))
      .toLowerCase()
      .normalize('NFD')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Letters with their quality marks (â, ơ, đ) and without tones. */
function lettersOf(word: string): string[] {
  return word.replace(TONES, '').match(/\p{L}\p{M}*|\p{N}/gu) ?? [];
}

function isPlain(letter: string): boolean {
  return letter.length === 1 && letter !== 'đ';
}

/** Shorter names differ by one letter too often: `Lộc An`, `Lộc Ân`. */
const SHORTEST_FOR_A_SLIP = 5;

/** True when one letter was left out, added, replaced or swapped with its neighbour. Digits must agree: `Phường 1` is not `Phường 2`. */
export function oneSlip(typed: NameKeys, known: NameKeys): boolean {
  const a = typed.loose;
  const b = known.loose;
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < SHORTEST_FOR_A_SLIP) return false;
  if (a.replace(/\D+/g, '') !== b.replace(/\D+/g, '')) return false;
  let start = 0;
  while (a[start] === b[start] && start < a.length) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

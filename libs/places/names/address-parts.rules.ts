import { fold, hasDiacritics, normalizeText } from '@choxa/standards';
import type { Kind } from './kinds.js';

/** One way to read a piece of an address: what kind of unit was said, if any, and the name without it. */
export interface Reading {
  kind: Kind | null;
  name: string;
  /** The whole address carries no mark, so a missing one says nothing. */
  unmarked?: boolean;
}

/** A piece of an address between separators, with its possible readings, the likeliest first. */
export interface AddressPart {
  text: string;
  readings: Reading[];
}

/** Words before a name. `glued` ones may touch it: `TP.Hội An`, `P1`. Written without marks they count too, if the name is known without them. */
const BEFORE: readonly [pattern: RegExp, kind: Kind | null][] = [
  [/^(?:thị trấn|thi tran|t\.?\s?trấn|ttr\.|t\.?t\.?(?=[\s.]))[\s.]*/iu, 'thi_tran'],
  [/^(?:thị xã|thi xa|t\.?\s?xã|t\.?x\.?(?=[\s.]))[\s.]*/iu, 'thi_xa'],
  [/^(?:thành phố|thanh pho|thủ đô|thu do|t\.?\s?phố|t\.?p\.?(?=[\s.]))[\s.]*/iu, 'thanh_pho'],
  [/^(?:t\.?p|tp)\.?(?=\p{Lu})/u, 'thanh_pho'],
  [/^(?:đặc khu|dac khu|đ\.?k\.)[\s.]*/iu, 'dac_khu'],
  [/^(?:phường|phuong)(?:\s+(?:số|so)(?=\s+\d))?[\s.]*/iu, 'phuong'],
  [/^(?:p|f)\s*\.?\s*(?=\d)/iu, 'phuong'],
  [/^p(?:\s*\.\s*|\s+)(?=\p{L})/iu, 'phuong'],
  [/^(?:ward)\s+/iu, 'phuong'],
  [/^(?:huyện|huyen)(?:\s+(?:đảo|dao)(?=\s))?[\s.]*/iu, 'huyen'],
  [/^h(?:\s*\.\s*|\s+)(?=\p{L})/iu, 'huyen'],
  [/^(?:quận|quan)[\s.]*/iu, 'quan'],
  [/^q\s*\.?\s*(?=\d)/iu, 'quan'],
  [/^q(?:\s*\.\s*|\s+)(?=\p{L})/iu, 'quan'],
  [/^(?:district)\s+/iu, 'quan'],
  [/^(?:tỉnh|tinh)[\s.:]*/iu, 'tinh'],
  [/^t(?:\s*\.\s*|\s+)(?=\p{L})/iu, 'tinh'],
  [/^(?:xã|xa)[\s.]*/iu, 'xa'],
  [/^x(?:\s*\.\s*|\s+)(?=\p{L})/iu, 'xa'],
  [/^(?:quần đảo|quan dao|đảo|dao)\s+/iu, null],
];

/** English words behind a name. */
const BEHIND: readonly [pattern: RegExp, kind: Kind | null][] = [
  [/\s+ward$/iu, 'phuong'],
  [/\s+commune$/iu, 'xa'],
  [/\s+township$/iu, 'thi_tran'],
  [/\s+district$/iu, 'huyen'],
  [/\s+city$/iu, 'thanh_pho'],
  [/\s+province$/iu, 'tinh'],
];

/** A state farm's town was called with and without these words. */
const STATE_FARM = /^(?:nông trường|nong truong|n\.?t\.?(?=[\s.]))[\s.]*/iu;

/** Words that begin a new unit inside a piece: `xã Thạnh Phú huyện Cầu Kè`, `X. Thạnh Phú H. Cầu Kè`. */
const INNER =
  /(?<!thị)\s+(?=(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)\s|(?:tp|tx|tt|p|x|h|q|t)\.\s?[\p{Lu}\d]|(?:TP|TX|TT)\s+\p{Lu})/iu;
const SEPARATORS = /[,;|/()[\]]+|\s[-–—]+\s/u;

/** Nobody writes a longer address. */
const LONGEST = 500;

/** Cuts free text at separators and before the words for kinds of units. Texts without a letter or digit give nothing. */
export function addressParts(text: string): AddressPart[] {
  return normalizeText(text.slice(0, LONGEST))
    .split(/[,;|/()[\]]+/u)
    .flatMap(cutBeforeKinds)
    .map(addressPart)
    .filter((part): part is AddressPart => part !== null);
}

/** As {@link addressParts}, cut at hyphens too: `Thạnh Phú - Cầu Kè - Trà Vinh`. For texts that mean nothing uncut (`Bà Rịa - Vũng Tàu`). */
export function finerParts(part: AddressPart): AddressPart[] {
  const pieces = part.text.split(SEPARATORS);
  return (pieces.length > 1 ? pieces : part.text.split(/[-–—]+/u))
    .flatMap(cutBeforeKinds)
    .map(addressPart)
    .filter((piece): piece is AddressPart => piece !== null);
}

function cutBeforeKinds(piece: string): string[] {
  const cut = piece.trim().split(INNER);
  // "Phường Phường Đúc" has a kind before a name that begins with a kind: a piece that is a kind alone belongs to the next one.
  const joined: string[] = [];
  for (const text of cut) {
    const last = joined.at(-1);
    if (last !== undefined && readings(last).every((reading) => reading.name === '')) joined[joined.length - 1] = `${last} ${text}`;
    else joined.push(text);
  }
  return joined;
}

function addressPart(piece: string): AddressPart | null {
  const text = piece.replace(/^[\s.:'"_-]+|[\s.:'"_-]+$/gu, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const found = readings(text);
  // A word for a kind and nothing behind it names nothing.
  return found[0]!.name === '' ? null : { text, readings: found };
}

function readings(text: string): Reading[] {
  const whole: Reading = { kind: null, name: text };
  for (const [pattern, kind] of BEFORE) {
    const match = pattern.exec(text);
    if (!match) continue;
    const word = match[0].replace(/[\s.]+$/u, '');
    const rest = text.slice(match[0].length).trim();
    // "phuongmai" is not "phường Mai": a whole word needs a space or a dot behind it, or a number.
    if (rest && /^(?:xã|xa|.{3,})$/iu.test(word) && match[0] === word && !/^\d/u.test(rest)) continue;
    const stripped: Reading[] = [{ kind, name: rest }];
    if (STATE_FARM.test(rest)) stripped.push({ kind, name: rest.replace(STATE_FARM, '') });
    // Without marks "xa dung" may be the name Xa Dung, "tinh bien" Tịnh Biên: both ways are tried.
    return [...stripped, whole];
  }
  for (const [pattern, kind] of BEHIND) if (pattern.test(text)) return [{ kind, name: text.replace(pattern, '') }, whole];
  return STATE_FARM.test(text) ? [whole, { kind: null, name: text.replace(STATE_FARM, '') }] : [whole];
}

const UNMARKED_INNER = /\s(?=(?:xa|phuong|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh|tp|tx|tt)\s)/gu;
/** Longer texts without a separator are no address. */
const MOST_WORDS = 16;

/**
 * The ways to cut a text without any marks in two before a word that may be a kind, the last word first: `xa thanh phu huyen cau ke`.
 * Such words are also syllables of names (`ha tinh`, `van quan`), so the caller takes a cut only if its end is a known unit.
 */
export function unmarkedCuts(part: AddressPart): Cut[] {
  if (hasDiacritics(part.text) || wordsOf(part).length > MOST_WORDS) return [];
  const text = fold(part.text);
  return [...text.matchAll(UNMARKED_INNER)].reverse().flatMap(({ index }) => cutInTwo(text.slice(0, index), text.slice(index + 1)));
}

/** The ways to cut a text in two between words, the longest end first: `Thạnh Phú Cầu Kè Trà Vinh`. The caller takes one whose end is a known unit. */
export function cutsBetweenWords(part: AddressPart): Cut[] {
  const words = wordsOf(part);
  if (words.length > MOST_WORDS) return [];
  return words.slice(1).flatMap((_, at) => cutInTwo(words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')));
}

type Cut = [start: AddressPart, end: AddressPart];

function cutInTwo(start: string, end: string): Cut[] {
  const parts = [addressPart(start), addressPart(end)];
  return parts[0] && parts[1] ? [[parts[0], parts[1]]] : [];
}

function wordsOf(part: AddressPart): string[] {
  return part.text.split(/\s+/u);
}

const STREET =
  /^(?:số|so|đường|duong|phố|ngõ|ngach|ngách|hẻm|hem|thôn|thon|ấp|xóm|xom|tổ|khu phố|khu pho|kp|khóm|khom|tdp|tổ dân phố|đội|quốc lộ|ql|tỉnh lộ|km|lô|tầng|toà|tòa|kcn|ccn|cụm|khu công nghiệp|\d)/iu;

/** Whether a piece looks like a street, hamlet or house number, which no look-up of communes needs. */
export function looksLikeStreet(part: AddressPart): boolean {
  return STREET.test(part.text);
}

import { compareVietnamese, fold, hasDiacritics, normalizeText, spellingKey } from '@choxa/standards';
import { storedWords, type WordForms } from '../names/name-match.rules.js';
import type { Gazetteer } from '../look-up/gazetteer.js';
import { PROVINCE_ALIASES } from '../names/province-aliases.js';
import type { Place } from '../look-up/place.js';

/** One line of a type-ahead list. */
export interface SearchHit {
  place: Place;
  /** The name that was found, as it is or was written in full. */
  matched: string;
  via: 'current' | 'former';
  /** The former unit with its district and province, where the hit came through one. */
  former?: string;
}

interface Entry {
  /** Folded words of the name, then of its district and province, each after a space. */
  text: string;
  /** The same with marks, for exact hits. */
  spelled: string;
  /** Length of the name's part of `text`. */
  nameLength: number;
  matched: string;
  former: string | null;
  codes: readonly string[];
  /** Codes of the provinces of `codes`. */
  provinces: ReadonlySet<string>;
}

/** Short forms of kinds, which no name has as a word. */
const SHORT_KINDS = new Set(['tp', 'tx', 'tt', 'p', 'x', 'q', 'h', 't']);
const KIND_WORDS = new Set(['xa', 'phuong', 'tinh', 'huyen', 'quan']);
const KIND_PAIRS = new Set(['thi tran', 'thi xa', 'thanh pho', 'dac khu']);

/** Type-ahead over the names of today and before 1/7/2025, in memory. */
export class PlaceSearchIndex {
  private readonly entries: Entry[] = [];
  /** Entries by the first two letters of each of their words, and by the first letter of their names. */
  private readonly byStart = new Map<string, number[]>();

  constructor(private readonly known: Gazetteer) {
    for (const commune of known.currentNames.all) {
      const { place } = commune;
      const official = place.name.endsWith(commune.bare);
      this.add(commune.bare, [place.provinceName], official ? place.name : commune.bare, null, [place.code]);
    }
    for (const district of known.districtNames.all) {
      const former = `${district.name}, ${district.province.name}`;
      this.add(district.bare, [district.province.name], district.name, former, [...district.communeCodes]);
    }
    for (const commune of known.formerNames.all) {
      const above = [commune.district?.name, commune.province.name].filter((name) => name !== undefined);
      this.add(commune.bare, above, commune.name, [commune.name, ...above].join(', '), [...commune.communeCodes]);
    }
  }

  private add(bare: string, above: string[], matched: string, former: string | null, codes: readonly string[]): void {
    const own = storedWords(withoutApostrophes(bare));
    const rest = above.flatMap((name) => storedWords(withoutApostrophes(name)));
    const name = joined(own, 'folded');
    const id = this.entries.push({
      text: name + joined(rest, 'folded'),
      spelled: joined(own, 'spelling') + joined(rest, 'spelling'),
      nameLength: name.length,
      matched,
      former,
      codes,
      provinces: new Set(codes.map((code) => this.known.places.get(code)!.provinceCode)),
    });
    const starts = [...own, ...rest].map((word) => word.folded.slice(0, 2));
    for (const start of new Set([...starts, own[0]?.folded.slice(0, 1) ?? ''])) {
      const ids = this.byStart.get(start);
      if (ids) ids.push(id - 1);
      else this.byStart.set(start, [id - 1]);
    }
  }

  /**
   * Places whose name, or a former name of whose land, begins with what was typed; then those that have the typed words further in.
   * With marks in the query exact ones come first. Each place comes once.
   *
   * @param province code of the province to stay in
   */
  search(query: string, { province, limit = 10 }: { province?: string; limit?: number } = {}): SearchHit[] {
    const words = withoutKind(searchWords(query)).flatMap(longForm);
    if (!words.length) return [];
    const spelled = hasDiacritics(query) ? spelledWords(query).filter((word) => words.includes(fold(word))) : null;
    const ranked: { entry: Entry; rank: number }[] = [];
    for (const id of this.possible(words)) {
      const entry = this.entries[id]!;
      if (province && !entry.provinces.has(province)) continue;
      const rank = rankOf(entry, words, spelled);
      if (rank !== null) ranked.push({ entry, rank: rank * 1000 + entry.nameLength });
    }
    ranked.sort((a, b) => a.rank - b.rank);
    // The collator is slow and only equals need it: the list is cut first, behind the last of its equals up to a point.
    const shown = ranked.slice(0, limit * 3);
    shown.sort((a, b) => a.rank - b.rank || compareVietnamese(a.entry.matched, b.entry.matched));
    return this.places(
      [...shown, ...ranked.slice(limit * 3)].map(({ entry }) => entry),
      province,
      limit,
    );
  }

  /** Entries with the rarest of the typed word starts. */
  private possible(words: string[]): Iterable<number> {
    let fewest: number[] | null = null;
    for (const word of words) {
      // One letter is looked for at the beginning of names only.
      if (word.length < 2 && words.length > 1) continue;
      const ids = this.byStart.get(word.slice(0, 2)) ?? [];
      if (!fewest || ids.length < fewest.length) fewest = ids;
    }
    return fewest ?? this.entries.keys();
  }

  private places(entries: Entry[], province: string | undefined, limit: number): SearchHit[] {
    const hits = new Map<string, SearchHit>();
    for (const entry of entries)
      for (const code of entry.codes) {
        if (hits.size >= limit) return [...hits.values()];
        const place = this.known.places.get(code)!;
        if (hits.has(code) || (province && place.provinceCode !== province)) continue;
        hits.set(code, {
          place,
          matched: entry.matched,
          via: entry.former ? 'former' : 'current',
          ...(entry.former ? { former: entry.former } : {}),
        });
      }
    return [...hits.values()];
  }
}

function joined(words: readonly WordForms[], form: keyof WordForms): string {
  return words.map((word) => ` ${word[form]}`).join('');
}

/** Smaller is better; null when a typed word is nowhere. */
function rankOf(entry: Entry, words: string[], spelled: string[] | null): number | null {
  const typed = ` ${words.join(' ')}`;
  let rank: number;
  if (entry.text.startsWith(typed)) rank = typed.length === entry.nameLength ? 0 : 1;
  else if (entry.text.slice(0, entry.nameLength).includes(typed)) rank = 2;
  else if (words.every((word) => entry.text.includes(` ${word}`))) rank = entry.text.startsWith(` ${words[0]}`) ? 3 : 4;
  else return null;
  const exact = spelled?.every((word) => entry.spelled.includes(` ${word}`)) ?? true;
  return (exact ? 0 : 10) + rank * 2 + (entry.former ? 1 : 0);
}

function searchWords(text: string): string[] {
  return (
    fold(text)
      .replace(/['’]/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function spelledWords(text: string): string[] {
  return withoutApostrophes(spellingKey(normalizeText(text))).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** `H'Leo` and `Hleo` are one word. */
function withoutApostrophes(text: string): string {
  return text.replace(/['’]/gu, '');
}

/** `hcm` → `ho chi minh`: short names of provinces that are no syllable of anything. */
function longForm(word: string): string[] {
  const name = /^[^aeiouy]+$/.test(word) ? PROVINCE_ALIASES[word] : undefined;
  return name ? searchWords(name) : [word];
}

/** Leaves out short forms of kinds and a leading word for a kind, unless nothing else was typed: `xã cầu, tp hcm` → `cau`, `hcm`. */
function withoutKind(words: string[]): string[] {
  const long = words.filter((word, at) => !SHORT_KINDS.has(word) || (at === words.length - 1 && at > 0));
  if (!long.length) return words;
  if (long.length > 2 && KIND_PAIRS.has(`${long[0]} ${long[1]}`)) return long.slice(2);
  return long.length > 1 && KIND_WORDS.has(long[0]!) ? long.slice(1) : long;
}

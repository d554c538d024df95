import { nameKeys, nearness, oneSlip, SLIP, type NameKeys, type Nearness } from '../names/name-match.rules.js';
import type { Reading } from '../names/address-parts.rules.js';
import type { Kind } from '../names/kinds.js';

/** Something with a name that people type. */
export interface Named {
  /** Without the word for its kind. */
  bare: string;
  kind: Kind | null;
  keys: NameKeys;
}

/** A known thing that a typed name may mean. */
export interface Hit<T> {
  of: T;
  near: Nearness;
  /** True when the typed kind is the thing's own; null when no kind was typed. */
  sameKind: boolean | null;
}

/** Things by name, whatever the spelling. */
export class NameTable<T extends Named> {
  private readonly byKey = new Map<string, T[]>();
  readonly all: T[] = [];

  add(thing: T, key = thing.keys.loose): void {
    if (key === thing.keys.loose) this.all.push(thing);
    const same = this.byKey.get(key);
    if (same) same.push(thing);
    else this.byKey.set(key, [thing]);
  }

  /** What the readings may mean, among things for which `within` holds: only the nearest spelling. */
  find(readings: readonly Reading[], within: (thing: T) => boolean = () => true): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (const reading of readings) {
      const keys = nameKeys(reading.name);
      for (const thing of this.byKey.get(keys.loose) ?? [])
        if (within(thing)) hits.push({ of: thing, near: nearnessOf(reading, keys, thing), sameKind: sameKind(reading, thing) });
    }
    return nearest(hits);
  }

  /** Things whose names are spelled alike, itself among them. */
  like(thing: T): readonly T[] {
    return this.byKey.get(thing.keys.loose) ?? [];
  }

  has(readings: readonly Reading[]): boolean {
    return readings.some((reading) => this.byKey.has(nameKeys(reading.name).loose));
  }
}

/** In an address without any mark the name that has none is no nearer than the others: `nga thanh` may be Nga Thành. */
function nearnessOf(reading: Reading, keys: NameKeys, thing: Named): Nearness {
  const near = nearness(reading.name, keys, thing.bare, thing.keys) ?? 3;
  return reading.unmarked && near < 2 ? 2 : near;
}

/** Things among `scope` that differ from the typed name by one slip of the finger; where a kind was said, its word is no part of the name. */
export function slips<T extends Named>(readings: readonly Reading[], scope: Iterable<T>): Hit<T>[] {
  const withKind = readings.filter((reading) => reading.kind !== null);
  const typed = (withKind.length ? withKind : readings).map((reading) => ({ reading, keys: nameKeys(reading.name) }));
  const hits: Hit<T>[] = [];
  for (const thing of scope)
    for (const { reading, keys } of typed)
      if (oneSlip(keys, thing.keys)) hits.push({ of: thing, near: SLIP, sameKind: sameKind(reading, thing) });
  return hits;
}

/** The hits of the nearest spelling; a thing reached twice counts once. */
export function nearest<T>(hits: Hit<T>[]): Hit<T>[] {
  const best = Math.min(...hits.map((hit) => hit.near));
  const seen = new Set<T>();
  return hits.filter((hit) => hit.near === best && !seen.has(hit.of) && seen.add(hit.of));
}

/** Hits of the typed kind where there are any, else all: a commune may have become a ward, a district a town. */
export function preferSameKind<T>(hits: Hit<T>[]): Hit<T>[] {
  const same = hits.filter((hit) => hit.sameKind);
  return same.length ? same : hits;
}

function sameKind(reading: Reading, thing: Named): boolean | null {
  return reading.kind === null ? null : reading.kind === thing.kind;
}

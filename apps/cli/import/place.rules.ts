import type { Place, Places, Province } from '@choxa/places';
import type { Cells } from './columns.rules.js';
import { note, type Note } from './notes.js';
import { cellText } from './values.rules.js';

/** Where a row's producer is, as far as the row tells. */
export interface RowPlace {
  commune: Place | null;
  province: { code: string; name: string } | null;
  /** The row's own words, where they did not lead to one commune. */
  words: string | null;
  /** The row names a commune. */
  named: boolean;
  gaps: Note[];
}

const MOST_NAMED = 6;

/** Finds the commune of today; where several are possible none is taken and the gap names them. */
export function placeOf(
  row: Pick<Cells, 'commune' | 'district' | 'province'>,
  places: Pick<Places, 'resolve' | 'provinceNamed'>,
): RowPlace {
  const commune = cellText(row.commune);
  const district = cellText(row.district);
  const province = cellText(row.province);
  const { outcome, candidates, warnings } = places.resolve({ commune, district, province });
  const named = commune !== '';
  const [only] = candidates;
  const said: Pick<Province, 'code' | 'name'> | null = places.provinceNamed(province);
  const elsewhere = only && said && only.provinceCode !== said.code;
  if (outcome === 'one' && only && !elsewhere) {
    const gaps = warnings.length ? [note('commune.to-check', placeName(only))] : [];
    return { commune: only, province: provinceOf(only), words: null, named, gaps };
  }
  const known = said ?? sharedProvince(candidates);
  const gaps = [outcome === 'one' && only ? note('commune.elsewhere', commune || district) : communeGap(commune, candidates)];
  if (!known) gaps.push(province ? note('province.unknown', province) : note('province.missing'));
  return {
    commune: null,
    province: known && { code: known.code, name: known.name },
    words: named || district ? [commune, district, province].filter(Boolean).join(', ') : null,
    named,
    gaps,
  };
}

function communeGap(commune: string, candidates: readonly Place[]): Note {
  if (!commune) return note('commune.missing');
  if (!candidates.length) return note('commune.unknown', commune);
  const names = candidates.slice(0, MOST_NAMED).map(placeName).join('; ');
  return note('commune.ambiguous', candidates.length > MOST_NAMED ? `${names}; … (${candidates.length})` : names);
}

function sharedProvince(candidates: readonly Place[]): { code: string; name: string } | null {
  const [first, ...others] = candidates;
  return first && others.every((other) => other.provinceCode === first.provinceCode) ? provinceOf(first) : null;
}

function provinceOf(place: Place): { code: string; name: string } {
  return { code: place.provinceCode, name: place.provinceName };
}

function placeName({ name, provinceName, code }: Place): string {
  return `${name}, ${provinceName} (${code})`;
}

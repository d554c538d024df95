import { sql, type Tx } from '@choxa/platform';
import type { Places } from '@choxa/places';
import { addDays, localDay } from '@choxa/standards';
import type { AuditPeriod } from '../periods/audit-period.rules.js';
import { holdsCommune, holdsProvince, type Area } from '../scope/area.rules.js';
import type { Scope } from '../scope/scope.js';

/** People by code of province or commune, as it held on the last day of the period; of a closed version as it was frozen. */
export async function populationOf(tx: Tx, { period, version }: Pick<Scope, 'period' | 'version'>): Promise<ReadonlyMap<string, number>> {
  const rows = version
    ? await sql<{ code: string; people: number }>(
        tx,
        'select place_code as code, people from audit.population_period where period = $1 and version = $2',
        [period.key, version],
      )
    : await sql<{ code: string; people: number }>(tx, `select place_code as code, people from ${HELD}`, [lastDayOf(period)]);
  return new Map(rows.map(({ code, people }) => [code, people]));
}

export interface PlacePopulation {
  code: string;
  name: string;
  people: number;
  validFrom: string;
  basis: string;
}

/** The latest number of every place of an area that has one, provinces first, by today's names. */
export async function populationSeen(tx: Tx, area: Area, places: Places): Promise<PlacePopulation[]> {
  const rows = await sql<Omit<PlacePopulation, 'name'>>(
    tx,
    `select distinct on (length(place_code), place_code) place_code as code, people, valid_from::text as "validFrom", basis
     from audit.population order by length(place_code), place_code, valid_from desc`,
  );
  return rows.flatMap((row) => {
    const province = places.province(row.code);
    if (province) return holdsProvince(area, row.code) ? [{ ...row, name: province.name }] : [];
    const commune = places.commune(row.code);
    return commune && holdsCommune(area, commune) ? [{ ...row, name: commune.name }] : [];
  });
}

/** People in a scope; 0, which is “none known”, unless every place in it has its number. */
export function peopleIn(people: ReadonlyMap<string, number>, { area, filters }: Pick<Scope, 'area' | 'filters'>, places: Places): number {
  const one = filters.commune ?? filters.province;
  const codes = one ? [one] : area ? [...area.provinces, ...area.communes] : places.provinces().map(({ code }) => code);
  return codes.every((code) => people.has(code)) ? codes.reduce((sum, code) => sum + people.get(code)!, 0) : 0;
}

/** Keeps it as version `version` of the period. */
export async function freezePopulation(tx: Tx, period: AuditPeriod, version: number): Promise<void> {
  await sql(
    tx,
    `insert into audit.population_period (period, version, place_code, people) select $2, $3, place_code, people from ${HELD}`,
    [lastDayOf(period), period.key, version],
  );
}

const lastDayOf = ({ until }: AuditPeriod) => addDays(localDay(until), -1);

const HELD = `(
  select distinct on (place_code) place_code, people from audit.population
  where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by place_code, valid_from desc) held`;

import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { nameOfCut } from '../indicators/places-cut.js';
import type { CellFigure, Figure, Indicator } from '../indicators/indicator.js';
import { holdsCommune, holdsProvince } from '../scope/area.rules.js';
import type { Cut, Scope } from '../scope/scope.js';
import { sumOfPlaces } from './sum-of-places.rules.js';

/** By what figures are kept: places, and operators in the whole nation. */
const KEPT_CUTS = ['province', 'commune', 'operator'] as const;
type KeptKind = 'nation' | (typeof KEPT_CUTS)[number];

const NATION = 'VN';

/** A place, or an operator in the whole nation, of which a figure was kept. */
interface Kept {
  kind: KeptKind;
  code: string;
}

/**
 * An indicator that answers closed versions of a period too. One whose totals are frozen row by row counts them anew; any other answers from
 * the figures of the nation, its provinces, communes and operators that were kept when the period was closed. Those of several places are added:
 * what such an indicator counts lies in one commune each.
 */
export function answeringClosed(indicator: Indicator): Indicator {
  if (indicator.frozen) return indicator;
  const { breakdown, headline } = indicator;
  return {
    ...indicator,
    figure: (tx, scope, places) =>
      scope.version ? frozenFigure(tx, indicator.number, scope, places) : indicator.figure(tx, scope, places),
    ...(headline && {
      headline: (tx: Tx, scope: Scope, places: Places) =>
        scope.version ? frozenFigure(tx, indicator.number, scope, places) : headline(tx, scope, places),
    }),
    ...(breakdown && {
      breakdown: (tx: Tx, scope: Scope, by: Cut, places: Places) =>
        scope.version ? frozenCells(tx, indicator.number, scope, by, places) : breakdown(tx, scope, by, places),
    }),
  };
}

/** Keeps the figures of the facts as they stand in `scope`, which is the nation's, as those of `version`. */
export async function freezeFigures(tx: Tx, indicator: Indicator, scope: Scope, version: number, places: Places): Promise<void> {
  const rows: { kind: KeptKind; code: string; figure: Figure | CellFigure }[] = [
    { kind: 'nation', code: NATION, figure: await indicator.figure(tx, scope, places) },
  ];
  for (const kind of KEPT_CUTS)
    if (indicator.breakdown && indicator.breakdowns.includes(kind))
      for (const cell of await indicator.breakdown(tx, scope, kind, places)) rows.push({ kind, code: cell.code, figure: cell });
  await sql(
    tx,
    `insert into audit.period_figure (period, version, indicator, place_kind, place_code, figure)
     select $1, $2, $3, given.* from unnest($4::text[], $5::text[], $6::jsonb[]) as given`,
    [
      scope.period.key,
      version,
      indicator.number,
      rows.map(({ kind }) => kind),
      rows.map(({ code }) => code),
      rows.map(({ figure }) => JSON.stringify(figure)),
    ],
  );
}

/** Whether figures that were kept answer for what is asked. */
export function isKept(scope: Pick<Scope, 'area' | 'filters'>): boolean {
  return keptOf(scope) !== null;
}

/** @throws Problem `indicator.not-kept-so` for anything else than was kept */
async function frozenFigure(tx: Tx, indicator: number, scope: Scope, places: Places): Promise<Figure> {
  const kept = keptOf(scope);
  if (!kept) throw auditProblem('indicator.not-kept-so');
  const held = (commune: string) => kept.some(({ kind, code }) => kind === 'province' && code === places.commune(commune)?.provinceCode);
  const once = kept.filter(({ kind, code }) => kind !== 'commune' || !held(code));
  const rows = await sql<{ figure: Figure }>(
    tx,
    `select figure from audit.period_figure
      where period = $1 and version = $2 and indicator = $3 and (place_kind, place_code) in (select * from unnest($4::text[], $5::text[]))
      order by place_kind, place_code`,
    [scope.period.key, scope.version, indicator, once.map(({ kind }) => kind), once.map(({ code }) => code)],
  );
  return sumOfPlaces(rows.map(({ figure }) => figure));
}

/** @throws Problem `indicator.not-kept-so` for anything but provinces and communes, and operators of the nation */
async function frozenCells(tx: Tx, indicator: number, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const ofNation = keptOf(scope)?.every(({ kind }) => kind === 'nation' || kind === 'operator');
  if (ofNation === undefined || !isKeptCut(by) || (by === 'operator' && !ofNation)) throw auditProblem('indicator.not-kept-so');
  const cells = await keptCells(tx, indicator, scope, by);
  if (by === 'operator') return cells.filter(({ code }) => !scope.filters.operator || code === scope.filters.operator);
  if (by === 'commune') return communesIn(scope, cells, places);
  const whole = provincesIn(scope, cells);
  if (!scope.filters.commune && !scope.area?.communes.length) return whole;
  const communes = communesIn(scope, await keptCells(tx, indicator, scope, 'commune'), places);
  const parts = Map.groupBy(communes, ({ code }) => places.commune(code)?.provinceCode ?? '');
  const ofParts = [...parts]
    .filter(([code]) => !whole.some((province) => province.code === code))
    .map(([code, own]) => ({ ...sumOfPlaces(own), code, name: nameOfCut('province', code, places) }));
  return [...whole, ...ofParts].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** All cells of a kind that were kept, by code. */
async function keptCells(tx: Tx, indicator: number, { period, version }: Scope, kind: KeptKind): Promise<CellFigure[]> {
  const rows = await sql<{ figure: CellFigure }>(
    tx,
    `select figure from audit.period_figure
      where period = $1 and version = $2 and indicator = $3 and place_kind = $4 order by place_code`,
    [period.key, version, indicator, kind],
  );
  return rows.map(({ figure }) => figure);
}

/** The provinces that a question is about as a whole. */
function provincesIn({ area, filters }: Scope, cells: readonly CellFigure[]): CellFigure[] {
  if (filters.commune) return [];
  return cells.filter(({ code }) => holdsProvince(area, code) && (!filters.province || code === filters.province));
}

function communesIn({ area, filters }: Scope, cells: readonly CellFigure[], places: Places): CellFigure[] {
  return cells.filter(({ code }) => {
    const provinceCode = places.commune(code)?.provinceCode ?? '';
    const wanted = (!filters.province || provinceCode === filters.province) && (!filters.commune || code === filters.commune);
    return wanted && holdsCommune(area, { code, provinceCode });
  });
}

function isKeptCut(by: Cut): by is (typeof KEPT_CUTS)[number] {
  return KEPT_CUTS.some((cut) => cut === by);
}

/** The places, or the operator of the nation, a question is about; null for what was not kept. */
function keptOf({ area, filters }: Pick<Scope, 'area' | 'filters'>): Kept[] | null {
  if (filters.household || filters.product || filters.set) return null;
  if (filters.operator) return area || filters.province || filters.commune ? null : [{ kind: 'operator', code: filters.operator }];
  if (filters.commune) return [{ kind: 'commune', code: filters.commune }];
  if (filters.province) return [{ kind: 'province', code: filters.province }];
  if (area === null) return [{ kind: 'nation', code: NATION }];
  return [
    ...area.provinces.map((code): Kept => ({ kind: 'province', code })),
    ...area.communes.map((code): Kept => ({ kind: 'commune', code })),
  ];
}

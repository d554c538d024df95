import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import type { CellFigure, Figure, Indicator } from '../indicators/indicator.js';
import { holdsCommune, holdsProvince } from '../scope/area.rules.js';
import type { Cut, Scope } from '../scope/scope.js';

/** By what figures are kept: places, and operators in the whole nation. */
const KEPT_CUTS = ['province', 'commune', 'operator'] as const;
type KeptKind = 'nation' | (typeof KEPT_CUTS)[number];

const NATION = 'VN';
const NOTHING: Figure = { numerator: 0, denominator: 0, net: null, sides: [] };

/**
 * An indicator that answers closed versions of a period too. One whose totals are frozen row by row counts them anew; any other answers from
 * the figures of the nation, its provinces, communes and operators that were kept when the period was closed.
 */
export function answeringClosed(indicator: Indicator): Indicator {
  if (indicator.frozen) return indicator;
  const { breakdown } = indicator;
  return {
    ...indicator,
    figure: (tx, scope, places) => (scope.version ? frozenFigure(tx, indicator.number, scope) : indicator.figure(tx, scope, places)),
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
  return placeOf(scope) !== null;
}

/** @throws Problem `indicator.not-cut-so` for anything else than was kept */
async function frozenFigure(tx: Tx, indicator: number, scope: Scope): Promise<Figure> {
  const place = placeOf(scope);
  if (!place) throw auditProblem('indicator.not-cut-so');
  const [row] = await sql<{ figure: Figure }>(
    tx,
    `select figure from audit.period_figure
      where period = $1 and version = $2 and indicator = $3 and place_kind = $4 and place_code = $5`,
    [scope.period.key, scope.version, indicator, place.kind, place.code],
  );
  return row?.figure ?? NOTHING;
}

/** @throws Problem `indicator.not-cut-so` for anything but provinces and communes, and operators of the nation */
async function frozenCells(tx: Tx, indicator: number, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const place = placeOf(scope);
  if (!place || !isKeptCut(by) || (by === 'operator' && place.kind !== 'nation' && place.kind !== 'operator'))
    throw auditProblem('indicator.not-cut-so');
  const { area, filters } = scope;
  const rows = await sql<{ code: string; figure: CellFigure }>(
    tx,
    `select place_code as code, figure from audit.period_figure
      where period = $1 and version = $2 and indicator = $3 and place_kind = $4 order by place_code`,
    [scope.period.key, scope.version, indicator, by],
  );
  if (by === 'operator') return rows.filter(({ code }) => !filters.operator || code === filters.operator).map(({ figure }) => figure);
  const provinceOf = (code: string) => (by === 'province' ? code : (places.commune(code)?.provinceCode ?? ''));
  return rows
    .filter(({ code }) => (by === 'province' ? holdsProvince(area, code) : holdsCommune(area, { code, provinceCode: provinceOf(code) })))
    .filter(({ code }) => !filters.province || provinceOf(code) === filters.province)
    .filter(({ code }) => !filters.commune || by === 'province' || code === filters.commune)
    .map(({ figure }) => figure);
}

function isKeptCut(by: Cut): by is (typeof KEPT_CUTS)[number] {
  return KEPT_CUTS.some((cut) => cut === by);
}

/** The one place, or operator of the nation, a question is about; null for anything else. */
function placeOf({ area, filters }: Pick<Scope, 'area' | 'filters'>): { kind: KeptKind; code: string } | null {
  if (filters.household || filters.product || filters.set) return null;
  if (filters.operator) return area || filters.province || filters.commune ? null : { kind: 'operator', code: filters.operator };
  if (filters.commune) return { kind: 'commune', code: filters.commune };
  if (filters.province) return { kind: 'province', code: filters.province };
  if (area === null) return { kind: 'nation', code: NATION };
  const [[province, ...provinces], [commune, ...communes]] = [area.provinces, area.communes];
  if (province && !provinces.length && !commune) return { kind: 'province', code: province };
  if (commune && !communes.length && !province) return { kind: 'commune', code: commune };
  return null;
}

import type { Place, Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { holdsCommune } from '../../scope/area.rules.js';
import type { Scope } from '../../scope/scope.js';
import type { CellFigure, Counted, Headline, Indicator, Side } from '../indicator.js';
import { openPoints, type OpenPoints, type PointKey } from './open-points.query.js';

const CUTS_OF_POINTS = ['province', 'commune', 'operator'] as const satisfies PointKey[];

/** Counts one figure from the open points and the communes of a place. */
export type PointCount = (points: readonly OpenPoints[], communes: readonly Place[]) => Counted;

/** An indicator of the operators' registers of offices: what it says of itself, and how it is counted. */
interface PointIndicator extends Pick<Indicator, 'number' | 'titleVi' | 'titleEn' | 'measure' | 'unit' | 'methods'> {
  count: PointCount;
  /** It counts communes that have a point, not points. */
  ofCommunes?: true;
  /** Figures beside it; none without. */
  sides?(tx: Tx, scope: Scope): Promise<Side[]>;
}

export function pointIndicator({ count, ofCommunes, sides, ...rest }: PointIndicator): Indicator {
  const headline = async (tx: Tx, scope: Scope, places: Places): Promise<Headline> => {
    const points = await openPoints(tx, scope, ofCommunes ? ['commune'] : []);
    return { ...count(points, communesOf(scope, places)), net: null };
  };
  return {
    ...rest,
    breakdowns: CUTS_OF_POINTS,
    headline,
    async figure(tx, scope, places) {
      return { ...(await headline(tx, scope, places)), sides: sides ? await sides(tx, scope) : [] };
    },
    async breakdown(tx, scope, by, places) {
      const kind = CUTS_OF_POINTS.find((cut) => cut === by);
      if (!kind) return [];
      const points = await openPoints(tx, scope, ofCommunes && kind !== 'commune' ? [kind, 'commune'] : [kind]);
      const cells = cellsOf(points, communesOf(scope, places), kind);
      return cells
        .map(({ code, name, points, communes }) => ({ code, name, ...count(points, communes), net: null, sides: [] }))
        .filter(({ denominator }) => denominator > 0);
    },
  };
}

/** The sum of one number over points. */
export function sumOf(points: readonly OpenPoints[], key: 'points' | 'staffed' | 'internet' | 'publicService'): number {
  return points.reduce((sum, row) => sum + row[key], 0);
}

/** The communes of today that a scope covers. */
function communesOf({ area, filters }: Scope, places: Places): Place[] {
  const provinces = filters.province ? [filters.province] : places.provinces().map(({ code }) => code);
  return provinces
    .flatMap((province) => places.communes(province))
    .filter((commune) => holdsCommune(area, commune) && (!filters.commune || commune.code === filters.commune));
}

interface Cell extends Pick<CellFigure, 'code' | 'name'> {
  points: readonly OpenPoints[];
  communes: readonly Place[];
}

/** Places where something is open or should be; operators that have a point. Ordered by code. */
function cellsOf(points: readonly OpenPoints[], communes: readonly Place[], by: PointKey): Cell[] {
  if (by === 'operator') {
    const operators = Map.groupBy(points, ({ operatorCode }) => operatorCode!);
    return [...operators].map(([code, own]) => ({ code, name: own[0]!.operatorName!, points: own, communes })).sort(byCode);
  }
  const codeOf = by === 'province' ? 'provinceCode' : 'communeCode';
  const pointsThere = Map.groupBy(points, (row) => row[codeOf]!);
  const communesThere = Map.groupBy(communes, (commune) => (by === 'province' ? commune.provinceCode : commune.code));
  return [...new Set([...pointsThere.keys(), ...communesThere.keys()])].sort().map((code) => {
    const own = communesThere.get(code) ?? [];
    const name = (by === 'province' ? own[0]?.provinceName : own[0]?.name) ?? code;
    return { code, name, points: pointsThere.get(code) ?? [], communes: own };
  });
}

function byCode(one: Cell, other: Cell): number {
  return one.code < other.code ? -1 : 1;
}

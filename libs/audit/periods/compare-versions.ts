import type { Places } from '@choxa/places';
import { platformProblem, type Tx } from '@choxa/platform';
import { valueOf, type Measure } from '../indicators/measure.rules.js';
import { INDICATORS } from '../indicators/registry.js';
import { holdsCommune, holdsProvince, type Area } from '../scope/area.rules.js';
import type { Scope } from '../scope/scope.js';
import { canonicalJson } from './canonical-json.rules.js';
import { nationOf, tellIndicators } from './make-document.js';
import { closedVersion, readDocument, type DocumentCount, type DocumentFigure, type DocumentIndicator } from './period-document.js';

/** A figure of one place in one version. */
export interface ComparedFigure extends DocumentCount {
  /** As its measure reads it; null when none arose. */
  value: string | null;
}

/** A figure of a place of which two versions of a period say something else. */
export interface Difference {
  indicator: number;
  measure: Measure;
  unit: string;
  kind: DocumentFigure['kind'];
  code: string;
  name: string;
  /** Null where a version tells nothing of the place. */
  before: ComparedFigure | null;
  after: ComparedFigure | null;
  /** Numerator and denominator are the same; what differs stands beside them (net of self-dealing, side figures). */
  besideOnly: boolean;
}

/** What a version of a period says otherwise than another one. */
export interface Comparison {
  /** Why the later version was made; null for the first and for the facts as they stand. */
  reason: string | null;
  differences: Difference[];
}

/**
 * What version `to` of a period says otherwise than version `from`, place by place, inside the area; 0 are the facts as they stand.
 *
 * @throws Problem `not-found` for a version that was never closed
 */
export async function compareVersions(
  tx: Tx,
  { period, area, asOf }: Pick<Scope, 'period' | 'area' | 'asOf'>,
  { from, to }: { from: number; to: number },
  places: Places,
): Promise<Comparison> {
  const told = async (version: number): Promise<DocumentIndicator[]> => {
    if (version === 0) return tellIndicators(tx, INDICATORS, nationOf(period, 0, asOf), places);
    const document = await readDocument(tx, period.key, version);
    if (!document) throw platformProblem('not-found');
    return document.indicators;
  };
  const differences = differencesOf(await told(from), await told(to), places);
  const later = await closedVersion(tx, period.key, to);
  return { reason: later?.reason ?? null, differences: differences.filter((one) => isInside(area, one, places)) };
}

interface Told {
  indicator: DocumentIndicator;
  figure: DocumentFigure;
}

function differencesOf(before: DocumentIndicator[], after: DocumentIndicator[], places: Places): Difference[] {
  const [was, is] = [figuresByPlace(before), figuresByPlace(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old && now && canonicalJson(old.figure) === canonicalJson(now.figure)) return [];
    const { indicator, figure } = (now ?? old)!;
    const [left, right] = [compared(old), compared(now)];
    const besideOnly = left?.numerator === right?.numerator && left?.denominator === right?.denominator;
    const { kind, code } = figure;
    const { number, measure, unit } = indicator;
    return [{ indicator: number, measure, unit, kind, code, name: nameOf(figure, places), before: left, after: right, besideOnly }];
  });
}

function figuresByPlace(indicators: DocumentIndicator[]): Map<string, Told> {
  const all = indicators.flatMap((indicator) =>
    indicator.figures.map((figure) => [`${indicator.number} ${figure.kind} ${figure.code}`, { indicator, figure }] as const),
  );
  return new Map(all);
}

function compared(told: Told | undefined): ComparedFigure | null {
  if (!told) return null;
  const { numerator, denominator } = told.figure;
  return { numerator, denominator, value: valueOf(told.indicator.measure, numerator, denominator) };
}

function nameOf({ kind, code }: DocumentFigure, places: Places): string {
  if (kind === 'nation') return code;
  return (kind === 'province' ? places.province(code)?.name : places.commune(code)?.name) ?? code;
}

function isInside(area: Area, { kind, code }: Difference, places: Places): boolean {
  if (kind === 'nation') return area === null;
  if (kind === 'province') return holdsProvince(area, code);
  return holdsCommune(area, { code, provinceCode: places.commune(code)?.provinceCode ?? '' });
}

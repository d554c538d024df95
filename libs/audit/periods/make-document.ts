import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import { methodFor, type CellFigure, type Figure, type Indicator } from '../indicators/indicator.js';
import type { Scope } from '../scope/scope.js';
import { cutOffOf, type AuditPeriod } from './audit-period.rules.js';
import { canonicalJson } from './canonical-json.rules.js';
import { frozenRows, type FrozenTable } from './frozen-rows.js';
import { FORMAT_OF_ONE, type DocumentFigure, type DocumentIndicator, type PeriodDocument } from './period-document.js';

/** Indicators told down to communes; the others end at provinces. */
const TOLD_BY_COMMUNE: readonly number[] = [11, 12, 13];

/** A version of a period as it is to be told, without its figures; `tables`: those whose frozen rows are hashed. */
export interface VersionToTell {
  period: AuditPeriod;
  version: number;
  format: PeriodDocument['format'];
  /** Of when its figures are. */
  asOf: Date;
  /** Hash of the version before; null for the first. */
  corrects: string | null;
  reason: string | null;
  tables: readonly FrozenTable[];
}

/** From then on no return changes any figure of the period. */
export function lastCutOff(period: AuditPeriod, indicators: readonly Indicator[]): Date {
  const days = indicators.map((indicator) => methodFor(indicator, period).returnDays);
  return cutOffOf(period, Math.max(...days));
}

/** The document of a version from what is frozen under it: told again from the same rows it is the same text. */
export async function makeDocument(tx: Tx, indicators: readonly Indicator[], told: VersionToTell, places: Places): Promise<string> {
  const { period, version, format, asOf, corrects, reason, tables } = told;
  const document: PeriodDocument = {
    format,
    period: period.key,
    version,
    firstDay: localDay(period.from),
    lastDay: addDays(localDay(period.until), -1),
    cutOffAt: toLocalTimestamp(lastCutOff(period, indicators)),
    [format === FORMAT_OF_ONE ? 'closedAt' : 'asOf']: toLocalTimestamp(asOf),
    corrects,
    reason,
    indicators: await tellIndicators(tx, indicators, nationOf(period, version, asOf), places),
    rows: await frozenRows(tx, tables, period.key, version),
  };
  return canonicalJson(document);
}

/** The nation's question about a version of a period. */
export function nationOf(period: AuditPeriod, version: number, asOf: Date): Scope {
  return { period, version, area: null, filters: {}, asOf };
}

/** Every figure of the nation, its provinces and, where they are told so, its communes. */
export async function tellIndicators(tx: Tx, indicators: readonly Indicator[], scope: Scope, places: Places): Promise<DocumentIndicator[]> {
  const told: DocumentIndicator[] = [];
  for (const indicator of indicators.toSorted((one, other) => one.number - other.number)) {
    const { number, measure, unit } = indicator;
    const { version, basis, target } = methodFor(indicator, scope.period);
    const figures = [figureOf('nation', 'VN', await indicator.figure(tx, scope, places))];
    for (const kind of ['province', 'commune'] as const)
      if (indicator.breakdown && indicator.breakdowns.includes(kind) && (kind === 'province' || TOLD_BY_COMMUNE.includes(number)))
        figures.push(...(await indicator.breakdown(tx, scope, kind, places)).map((cell) => figureOf(kind, cell.code, cell)));
    told.push({ number, measure, unit, method: version, basis, target: target === null ? null : String(target), figures });
  }
  return told;
}

function figureOf(kind: DocumentFigure['kind'], code: string, figure: Figure | CellFigure): DocumentFigure {
  const { numerator, denominator, net, sides } = figure;
  return {
    kind,
    code,
    numerator,
    denominator,
    fewBuyers: 'fewBuyers' in figure && figure.fewBuyers === true,
    net: net && { numerator: net.numerator, denominator: net.denominator },
    sides: sides.map((side) => ({ key: side.key, numerator: side.numerator, denominator: side.denominator, unit: side.unit })),
  };
}

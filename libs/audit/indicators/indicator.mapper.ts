import { addDays, localDay, toLocalTimestamp } from '@choxa/standards';
import { cutOffOf, type AuditPeriod } from '../periods/audit-period.rules.js';
import type { Scope } from '../scope/scope.js';
import type { Asked } from '../scope/scopes.js';
import type { CellDto, CountedDto, IndicatorDto, IndicatorOnBoardDto, SideDto, TrendPointDto } from './indicator.dto.js';
import { methodFor, type CellFigure, type Counted, type Figure, type Headline, type Indicator, type Side } from './indicator.js';
import { valueOf, type Measure } from './measure.rules.js';
import { shareOf } from './share.rules.js';

/** The answer for one indicator; `cells` are its provinces. */
export function toIndicatorDto(indicator: Indicator, asked: Asked, figure: Figure, cells: CellFigure[]): IndicatorDto {
  const { scope, covers, filters } = asked;
  const { number, titleVi, titleEn, measure, unit, breakdowns } = indicator;
  const method = methodFor(indicator, scope.period);
  const counted = toCountedDto(measure, figure);
  return {
    number,
    titleVi,
    titleEn,
    measure,
    unit,
    ...counted,
    share: measure === 'share' ? counted.value : null,
    net: figure.net && toCountedDto(measure, figure.net),
    sides: figure.sides.map(toSideDto),
    period: scope.period.key,
    version: scope.version,
    firstDay: localDay(scope.period.from),
    lastDay: addDays(localDay(scope.period.until), -1),
    cutOffAt: toLocalTimestamp(cutOffOf(scope.period, method.returnDays)),
    provisional: isProvisional(indicator, scope.period, scope.asOf),
    province: covers.length === 1 && asked.provinces.some(({ code }) => code === covers[0]!.code) ? covers[0]!.code : null,
    covers,
    filters,
    breakdowns: [...breakdowns],
    target: method.target === null ? null : String(method.target),
    asOf: toLocalTimestamp(scope.asOf),
    method: { version: method.version, basis: method.basis, formula: method.formula, textVi: method.textVi, textEn: method.textEn },
    byProvince: everyProvince(indicator, asked, cells),
  };
}

/** An indicator as it stands among all others. */
export function toIndicatorOnBoardDto(indicator: Indicator, { scope }: Asked, headline: Headline): IndicatorOnBoardDto {
  const { number, titleVi, titleEn, measure, unit } = indicator;
  const { version, target } = methodFor(indicator, scope.period);
  return {
    number,
    titleVi,
    titleEn,
    measure,
    unit,
    ...toCountedDto(measure, headline),
    target: target === null ? null : String(target),
    net: headline.net && toCountedDto(measure, headline.net),
    period: scope.period.key,
    version: scope.version,
    provisional: isProvisional(indicator, scope.period, scope.asOf),
    asOf: toLocalTimestamp(scope.asOf),
    methodVersion: version,
  };
}

/** An indicator in one of the periods of its course; `scope` is that of the point. */
export function toTrendPointDto(indicator: Indicator, { period, version, asOf }: Scope, headline: Headline): TrendPointDto {
  return {
    period: period.key,
    version,
    ...toCountedDto(indicator.measure, headline),
    net: headline.net && toCountedDto(indicator.measure, headline.net),
    provisional: isProvisional(indicator, period, asOf),
  };
}

/** One row of a breakdown. */
export function toCellDto(measure: Measure, cell: CellFigure): CellDto {
  const counted = toCountedDto(measure, cell);
  return {
    code: cell.code,
    name: cell.name,
    ...counted,
    share: measure === 'share' ? counted.value : null,
    net: cell.net && toCountedDto(measure, cell.net),
    fewBuyers: cell.fewBuyers ?? false,
    sides: cell.sides.map(toSideDto),
  };
}

function toCountedDto(measure: Measure, { numerator, denominator }: Counted): CountedDto {
  return { numerator, denominator, value: valueOf(measure, numerator, denominator) };
}

function toSideDto({ key, numerator, denominator, unit }: Side): SideDto {
  return { key, numerator, denominator, share: denominator === null ? null : shareOf(numerator, denominator).share, unit };
}

function isProvisional(indicator: Indicator, period: AuditPeriod, asOf: Date): boolean {
  return asOf < cutOffOf(period, methodFor(indicator, period).returnDays);
}

/** One row per province covered, also where none arose; names of today, else the ones on the facts. */
function everyProvince({ measure, breakdowns }: Indicator, { covers, provinces }: Asked, cells: CellFigure[]): CellDto[] {
  if (!breakdowns.includes('province')) return [];
  const counted = new Map(cells.map((cell) => [cell.code, cell]));
  const names = new Map(provinces.map(({ code, name }) => [code, name]));
  const expected = covers.length ? covers.map(({ code }) => code).filter((code) => names.has(code)) : [...names.keys()];
  return [...new Set([...expected, ...counted.keys()])].sort().map((code) => {
    const none = { code, name: code, numerator: 0, denominator: 0, net: null, sides: [] };
    const cell = counted.get(code) ?? none;
    return toCellDto(measure, { ...cell, name: names.get(code) ?? cell.name });
  });
}

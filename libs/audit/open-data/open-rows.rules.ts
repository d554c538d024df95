import { valueOf } from '../indicators/measure.rules.js';
import type { DocumentFigure, DocumentIndicator, PeriodDocument } from '../periods/period-document.js';
import { FEWEST_BEHIND, leftOut, type PlaceFigure } from './suppression.rules.js';

/** A published figure; all its numbers are null where it is left out. */
export interface OpenRow {
  readonly indicator: number;
  readonly placeKind: DocumentFigure['kind'];
  readonly placeCode: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null too where none arose. */
  readonly value: string | null;
  readonly netNumerator: number | null;
  readonly netDenominator: number | null;
  readonly netValue: string | null;
  readonly leftOut: boolean;
}

/** The province of a commune; undefined for a code nobody knows. */
export type ProvinceOf = (communeCode: string) => string | undefined;

/** A closed version, and what it does not tell of itself. */
export interface OpenSource {
  readonly document: PeriodDocument;
  /** E-commerce parcels of the same period a year before, as they were counted when it was closed. */
  readonly parcelsYearBefore: number;
}

/** How many buyers or parcels stand at least behind a figure; null where it is counted from offices, operators or registered households. */
type Behind = (figure: DocumentFigure, parcelsYearBefore: number) => number | null;
const nobody: Behind = () => null;
const parcelsBelow: Behind = ({ denominator }) => denominator;
/** Growth tells the revenue of two periods: the one with fewer parcels counts, unless it has none. */
const parcelsOfBoth: Behind = ({ sides }, parcelsYearBefore) => {
  const now = sides.find(({ key }) => key === 'eCommerceParcels')?.numerator ?? 1;
  return Math.min(now || parcelsYearBefore, parcelsYearBefore || now);
};

/**
 * What is published, by number; an indicator that is not named is not. Of indicator 1 only the nation: its denominator is the figure of a year ago, so
 * a place left out in one year would stand in the next.
 */
const PUBLISHED: Readonly<Record<number, { behind: Behind; nationOnly?: true }>> = {
  1: { behind: parcelsOfBoth, nationOnly: true },
  2: { behind: ({ numerator }) => numerator },
  5: { behind: nobody },
  6: { behind: nobody },
  7: { behind: nobody },
  8: { behind: parcelsBelow },
  9: { behind: nobody },
  10: { behind: nobody },
  11: { behind: nobody },
  12: { behind: ({ denominator, fewBuyers }) => (denominator === 0 ? 0 : fewBuyers ? 1 : FEWEST_BEHIND) },
  13: { behind: parcelsBelow },
  14: { behind: nobody },
  22: { behind: parcelsBelow },
  27: { behind: nobody },
};

export const PUBLISHED_INDICATORS: readonly number[] = Object.keys(PUBLISHED).map(Number);

/** The figures of a closed period that may be published. @param quarters the published quarters of the year, where the period is one */
export function openRows(source: OpenSource, quarters: readonly OpenSource[], provinceOf: ProvinceOf): OpenRow[] {
  return source.document.indicators.flatMap((indicator) => {
    if (!PUBLISHED[indicator.number]) return [];
    const outInAQuarter = quarters.flatMap((quarter) => {
      const same = quarter.document.indicators.find(({ number }) => number === indicator.number);
      return same ? [...outOf(same, quarter, provinceOf)] : [];
    });
    const out = outOf(indicator, source, provinceOf, new Set(outInAQuarter));
    return publishable(indicator).map((figure) => rowOf(indicator, figure, out.has(figure.code)));
  });
}

function publishable({ number, figures }: DocumentIndicator): DocumentFigure[] {
  return PUBLISHED[number]!.nationOnly ? figures.filter(({ kind }) => kind === 'nation') : figures;
}

function outOf(
  indicator: DocumentIndicator,
  { parcelsYearBefore }: OpenSource,
  provinceOf: ProvinceOf,
  outside = new Set<string>(),
): Set<string> {
  const { behind } = PUBLISHED[indicator.number]!;
  const places: PlaceFigure[] = [];
  for (const figure of publishable(indicator)) {
    const people = behind(figure, parcelsYearBefore);
    if (people === null) return new Set();
    const parent = figure.kind === 'nation' ? null : figure.kind === 'province' ? 'VN' : (provinceOf(figure.code) ?? 'VN');
    places.push({ code: figure.code, parent, behind: people });
  }
  return leftOut(withHonestNation(places), outside);
}

/** The nation has no more behind it for certain than one of its parts has: the buyers of two places may be the same. */
function withHonestNation(places: readonly PlaceFigure[]): PlaceFigure[] {
  const most = Math.max(0, ...places.filter(({ parent }) => parent === 'VN').map(({ behind }) => behind));
  return places.map((place) => (place.parent === null && most > 0 ? { ...place, behind: Math.min(place.behind, most) } : place));
}

function rowOf({ number, measure }: DocumentIndicator, figure: DocumentFigure, isOut: boolean): OpenRow {
  const { kind, code, numerator, denominator, net } = figure;
  const shown = <T>(value: T): T | null => (isOut ? null : value);
  return {
    indicator: number,
    placeKind: kind,
    placeCode: code,
    numerator: shown(numerator),
    denominator: shown(denominator),
    value: shown(valueOf(measure, numerator, denominator)),
    netNumerator: shown(net?.numerator ?? null),
    netDenominator: shown(net?.denominator ?? null),
    netValue: shown(net && valueOf(measure, net.numerator, net.denominator)),
    leftOut: isOut,
  };
}

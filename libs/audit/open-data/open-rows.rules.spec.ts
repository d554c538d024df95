import { openRows } from './open-rows.rules.js';
import type { PeriodDocument } from '../periods/period-document.js';
import { aDocument, aFigure, anIndicator } from './period-document.factory.js';

const provinceOf = (commune: string): string => commune.slice(0, 2);
const few = { numerator: 1, denominator: 3 };
const many = { numerator: 50, denominator: 60 };
/** `before`: e-commerce parcels a year before. */
const rowsOf = (document: PeriodDocument, quarters: PeriodDocument[] = [], before = 0) =>
  openRows(
    { document, parcelsYearBefore: before },
    quarters.map((quarter) => ({ document: quarter, parcelsYearBefore: before })),
    provinceOf,
  );
const shownIn = (rows: ReturnType<typeof openRows>) => rows.filter(({ leftOut }) => !leftOut).map(({ placeCode }) => placeCode);

describe('what of a closed period is published', () => {
  it('is every figure with its value, and the same without self-dealing', () => {
    const figures = [
      aFigure('VN', { net: { numerator: 8, denominator: 9 } }),
      aFigure('01'),
      aFigure('92', { numerator: 0, denominator: 0 }),
    ];
    const rows = rowsOf(aDocument([anIndicator(figures)]), []);
    expect(rows[0]).toMatchObject({ numerator: 9, denominator: 10, value: '90.00', netNumerator: 8, netValue: '88.88', leftOut: false });
    expect(rows[2]).toMatchObject({ placeCode: '92', numerator: 0, denominator: 0, value: null, leftOut: false });
  });

  it('says nothing of a figure of few, nor of the one that would give it away', () => {
    const figures = [aFigure('VN', many), aFigure('01', few), aFigure('31'), aFigure('92', many)];
    const rows = rowsOf(aDocument([anIndicator(figures)]), []);
    expect(shownIn(rows)).toEqual(['VN', '92']);
    expect(rows[1]).toEqual({
      indicator: 13,
      placeKind: 'province',
      placeCode: '01',
      numerator: null,
      denominator: null,
      value: null,
      netNumerator: null,
      netDenominator: null,
      netValue: null,
      leftOut: true,
    });
  });

  it('goes by buyers where things are sold, whose number in two places does not add up', () => {
    const ofProducts = (...figures: ReturnType<typeof aFigure>[]) => rowsOf(aDocument([anIndicator(figures, { number: 12 })]), []);
    expect(shownIn(ofProducts(aFigure('VN'), aFigure('01', { fewBuyers: true }), aFigure('31', few), aFigure('92')))).toEqual(['VN', '92']);
    expect(shownIn(ofProducts(aFigure('VN'), aFigure('01', { fewBuyers: true }), aFigure('31', { fewBuyers: true })))).toEqual([]);
  });

  it('hides nothing of offices and of households of the register', () => {
    const figures = [aFigure('VN', few), aFigure('01', few)];
    expect(shownIn(rowsOf(aDocument([anIndicator(figures, { number: 5 }), anIndicator(figures, { number: 11 })]), []))).toHaveLength(4);
  });

  it('keeps out of a year what is left out of one of its quarters', () => {
    const year = aDocument([anIndicator([aFigure('VN', many), aFigure('01'), aFigure('31'), aFigure('92', many)])], { period: '2026' });
    const quarter = aDocument([anIndicator([aFigure('VN', many), aFigure('01', few), aFigure('31'), aFigure('92', many)])]);
    expect(shownIn(rowsOf(year, []))).toEqual(['VN', '01', '31', '92']);
    expect(shownIn(rowsOf(year, [quarter]))).toEqual(['VN', '92']);
  });

  it('has of growth the nation only, and no indicator that is not named', () => {
    const figures = [aFigure('VN', { sides: [{ key: 'eCommerceParcels', numerator: 5, denominator: 9, unit: 'parcels' }] }), aFigure('01')];
    const document = aDocument([anIndicator(figures, { number: 1, measure: 'growth' }), anIndicator(figures, { number: 98 })]);
    expect(shownIn(rowsOf(document))).toEqual(['VN']);
  });

  it('tells no growth over, or from, the revenue of fewer than five parcels', () => {
    const growth = (parcels: number, before: number) => {
      const figure = aFigure('VN', { sides: [{ key: 'eCommerceParcels', numerator: parcels, denominator: parcels, unit: 'parcels' }] });
      return shownIn(rowsOf(aDocument([anIndicator([figure], { number: 1, measure: 'growth' })]), [], before)).length;
    };
    expect([growth(900, 4), growth(900, 5), growth(900, 0), growth(4, 900), growth(0, 4), growth(0, 0)]).toEqual([0, 1, 1, 0, 0, 1]);
  });
});

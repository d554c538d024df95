import type { Tx } from '@choxa/platform';
import { mustBeCutTo, type CellFigure, type Indicator } from '../../indicators/indicator.js';
import { lowestFirst, ranked } from '../../indicators/ranking.rules.js';
import { indicatorOf } from '../../indicators/registry.js';
import type { Cut } from '../../scope/scope.js';
import type { AuditTable, Fact, TableColumn, TableQuestion } from '../audit-table.js';
import { FIGURE_COLUMNS, figureCells, headlineOf, methodLines } from './figure-columns.js';

const CUT_COLUMNS: readonly TableColumn[] = [
  { key: 'code', titleVi: 'Mã', titleEn: 'Code', kind: 'text' },
  { key: 'name', titleVi: 'Tên', titleEn: 'Name', kind: 'text' },
];

interface Cutting {
  indicator: Indicator;
  by: Cut;
}

/** @throws Problem `not-found`, `indicator.not-cut-so`, `indicator.not-kept-so` */
export function cuttingOf({ scope, params }: TableQuestion): Cutting {
  const indicator = indicatorOf(String(params.indicator ?? 12));
  const by = params.by ?? 'province';
  mustBeCutTo(indicator, scope, by);
  return { indicator, by };
}

async function cellsOf(tx: Tx, { scope, places }: TableQuestion, { indicator, by }: Cutting): Promise<CellFigure[]> {
  return indicator.breakdown ? indicator.breakdown(tx, scope, by, places) : [];
}

/** What the tables of one indicator share. */
export const OF_AN_INDICATOR = {
  filters(question: TableQuestion): Fact[] {
    const { indicator } = cuttingOf(question);
    return [['Chỉ tiêu / Indicator', `${indicator.number}. ${indicator.titleVi} / ${indicator.titleEn}`]];
  },
  async headline(tx: Tx, question: TableQuestion) {
    const { indicator } = cuttingOf(question);
    return headlineOf(indicator, question.scope, await indicator.figure(tx, question.scope, question.places));
  },
  method: (question: TableQuestion) => methodLines(cuttingOf(question).indicator, question.scope),
};

/** An indicator cut by province, commune, household, product, set or operator, the lowest value first. */
export const BREAKDOWN: AuditTable = {
  ...OF_AN_INDICATOR,
  key: 'breakdown',
  titleVi: 'Chỉ tiêu chia nhỏ',
  titleEn: 'Breakdown of an indicator',
  columns: [...CUT_COLUMNS, ...FIGURE_COLUMNS],
  async rows(tx, question, limit) {
    const cutting = cuttingOf(question);
    const cells = lowestFirst(await cellsOf(tx, question, cutting)).slice(0, limit);
    return cells.map((cell) => ({ code: cell.code, name: cell.name, ...figureCells(cutting.indicator, cell) }));
  },
};

/** Provinces or communes by the value of an indicator, the highest first; equal values share a rank. */
export const RANKING: AuditTable = {
  ...OF_AN_INDICATOR,
  key: 'ranking',
  titleVi: 'Xếp hạng theo chỉ tiêu',
  titleEn: 'Ranking by an indicator',
  columns: [{ key: 'rank', titleVi: 'Hạng', titleEn: 'Rank', kind: 'int' }, ...CUT_COLUMNS, ...FIGURE_COLUMNS],
  async rows(tx, question, limit) {
    const cutting = cuttingOf(question);
    const cells = ranked(await cellsOf(tx, question, cutting)).slice(0, limit);
    return cells.map(({ cell, rank }) => ({ rank, code: cell.code, name: cell.name, ...figureCells(cutting.indicator, cell) }));
  },
};

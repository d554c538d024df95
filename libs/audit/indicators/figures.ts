import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, type Page, type Tx } from '@choxa/platform';
import { readingFigures } from '../scope/reading.js';
import type { Cut, Scope } from '../scope/scope.js';
import type { Asked } from '../scope/scopes.js';
import type { CellDto, IndicatorDto, IndicatorOnBoardDto, RankedCellDto, TrendPointDto } from './indicator.dto.js';
import { toCellDto, toIndicatorDto, toIndicatorOnBoardDto, toTrendPointDto } from './indicator.mapper.js';
import { canBeCutTo, headlinesOf, mustBeCutTo, type CellFigure, type Figure, type Indicator, type RowsWanted } from './indicator.js';
import { lowestFirst, ranked } from './ranking.rules.js';
import { INDICATORS } from './registry.js';
import { readTrend } from './trend.query.js';

/** More than any breakdown has. */
const MOST_ROWS = 2 ** 31 - 1;

/** Asks indicators; all reads of one question are of one moment. */
@Injectable()
export class Figures {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {}

  /** Every indicator that can answer for the scope. */
  board(asked: Asked): Promise<IndicatorOnBoardDto[]> {
    const able = INDICATORS.filter((indicator) => canBeCutTo(indicator, asked.scope));
    return readingFigures(this.db, async (tx) => {
      const rows: IndicatorOnBoardDto[] = [];
      for (const indicator of able) {
        const [headline] = await headlinesOf(tx, indicator, [asked.scope], this.places);
        rows.push(toIndicatorOnBoardDto(indicator, asked, headline!));
      }
      return rows;
    });
  }

  /** One indicator with its provinces; `block` adds what only this one has. @throws Problem `indicator.not-cut-so`, `indicator.not-kept-so` */
  answer<Of extends Figure, Block extends object>(
    indicator: Indicator<Of>,
    asked: Asked,
    block: (tx: Tx, figure: Of) => Promise<Block>,
  ): Promise<IndicatorDto & Block> {
    mustBeCutTo(indicator, asked.scope);
    return readingFigures(this.db, async (tx) => {
      const figure = await indicator.figure(tx, asked.scope, this.places);
      const provinces = await this.cells(tx, indicator, asked.scope, 'province');
      return { ...toIndicatorDto(indicator, asked, figure, provinces), ...(await block(tx, figure)) };
    });
  }

  /** The rows of a breakdown, the lowest value first; page by page. @throws Problem `indicator.not-cut-so`, `indicator.not-kept-so` */
  async breakdown(
    indicator: Indicator,
    asked: Asked,
    by: Cut,
    { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
  ): Promise<Page<CellDto>> {
    mustBeCutTo(indicator, asked.scope, by);
    const from = cursor ? startOf(cursor) : 0;
    const rows = await readingFigures(this.db, (tx) => this.lowest(tx, indicator, asked.scope, by, { from, limit: limit + 1 }));
    return pageOf(
      rows,
      limit,
      () => [from + limit],
      (cell) => toCellDto(indicator.measure, cell),
    );
  }

  /** Places by their value, the highest first. @throws Problem `indicator.not-cut-so`, `indicator.not-kept-so` */
  async ranking(indicator: Indicator, asked: Asked, by: Cut): Promise<RankedCellDto[]> {
    mustBeCutTo(indicator, asked.scope, by);
    const cells = await readingFigures(this.db, (tx) => this.cells(tx, indicator, asked.scope, by));
    return ranked(cells).map(({ cell, rank }) => ({ ...toCellDto(indicator.measure, cell), rank }));
  }

  /** The last eight quarters up to the asked period, each from its latest closed version or as the facts stand. */
  trend(indicator: Indicator, { scope }: Asked): Promise<TrendPointDto[]> {
    mustBeCutTo(indicator, scope);
    return readingFigures(this.db, async (tx) => {
      const points = await readTrend(tx, indicator, scope, this.places);
      return points.map(({ scope, headline }) => toTrendPointDto(indicator, scope, headline));
    });
  }

  /** A page of a breakdown, the lowest value first. */
  private async lowest(tx: Tx, indicator: Indicator, scope: Scope, by: Cut, page: RowsWanted): Promise<CellFigure[]> {
    if (indicator.lowest?.cuts.includes(by)) return indicator.lowest.page(tx, scope, by, page);
    return lowestFirst(await this.cells(tx, indicator, scope, by)).slice(page.from, page.from + page.limit);
  }

  private async cells(tx: Tx, indicator: Indicator, scope: Scope, by: Cut): Promise<CellFigure[]> {
    if (!indicator.breakdown || !indicator.breakdowns.includes(by)) return [];
    return indicator.breakdown(tx, scope, by, this.places);
  }
}

/** How many rows a cursor lies behind; nobody's cursor lies behind more than there could be. */
function startOf(cursor: string): number {
  const [from] = decodeCursor(cursor, 1);
  return typeof from === 'number' && Number.isInteger(from) ? Math.min(Math.max(from, 0), MOST_ROWS) : 0;
}

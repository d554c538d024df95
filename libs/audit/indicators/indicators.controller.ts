import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { ScopeQueryDto } from '../scope/scope.dto.js';
import { Scopes } from '../scope/scopes.js';
import { Figures } from './figures.js';
import { BoardDto, BreakdownQueryDto, CellsDto, IndicatorDto, RankedCellsDto, RankingQueryDto, TrendDto } from './indicator.dto.js';
import { indicatorOf } from './registry.js';

/** What every indicator answers; one that has more to say has a route of its own for it. */
@ApiTags('audit')
@Controller('audit/indicators')
export class IndicatorsController {
  constructor(
    private readonly scopes: Scopes,
    private readonly figures: Figures,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: BoardDto })
  async board(@Who() actor: Actor, @Query() query: ScopeQueryDto): Promise<BoardDto> {
    return { data: await this.figures.board(await this.scopes.read(actor, query)), next: null };
  }

  @Get(':indicator')
  @Can('audit.read')
  @ApiOkResponse({ type: IndicatorDto })
  async one(@Who() actor: Actor, @Param('indicator') number: string, @Query() query: ScopeQueryDto): Promise<IndicatorDto> {
    return this.figures.answer(indicatorOf(number), await this.scopes.read(actor, query), async () => ({}));
  }

  @Get(':indicator/breakdown')
  @Can('audit.read')
  @ApiOkResponse({ type: CellsDto })
  async breakdown(@Who() actor: Actor, @Param('indicator') number: string, @Query() query: BreakdownQueryDto): Promise<CellsDto> {
    return this.figures.breakdown(indicatorOf(number), await this.scopes.read(actor, query), query.by, query);
  }

  @Get(':indicator/ranking')
  @Can('audit.read')
  @ApiOkResponse({ type: RankedCellsDto })
  async ranking(@Who() actor: Actor, @Param('indicator') number: string, @Query() query: RankingQueryDto): Promise<RankedCellsDto> {
    const asked = await this.scopes.read(actor, query);
    return { data: await this.figures.ranking(indicatorOf(number), asked, query.by ?? 'province'), next: null };
  }

  @Get(':indicator/trend')
  @Can('audit.read')
  @ApiOkResponse({ type: TrendDto })
  async trend(@Who() actor: Actor, @Param('indicator') number: string, @Query() query: ScopeQueryDto): Promise<TrendDto> {
    return { data: await this.figures.trend(indicatorOf(number), await this.scopes.read(actor, query)), next: null };
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { ScopeQueryDto } from '../../scope/scope.dto.js';
import { Scopes } from '../../scope/scopes.js';
import { Figures } from '../figures.js';
import { LabelledProductsDto } from './labelled-products.dto.js';
import { toLabelledBlock, toTradedLineDto } from './labelled-products.mapper.js';
import { countLabelledProducts } from './labelled-products.query.js';
import { LABELLED_PRODUCTS } from './labelled-products.js';
import { TradedLinesDto, TradedLinesQueryDto } from './traded-lines.dto.js';
import { listTradedLines } from './traded-lines.query.js';

@ApiTags('audit')
@Controller('audit/indicators/12')
export class LabelledProductsController {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly figures: Figures,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: LabelledProductsDto })
  async read(@Who() actor: Actor, @Query() query: ScopeQueryDto): Promise<LabelledProductsDto> {
    const asked = await this.scopes.read(actor, query);
    return this.figures.answer(LABELLED_PRODUCTS, asked, async (tx) => toLabelledBlock(await countLabelledProducts(tx, asked.scope)));
  }

  @Get('lines')
  @Can('audit.read')
  @ApiOkResponse({ type: TradedLinesDto })
  async lines(@Who() actor: Actor, @Query() query: TradedLinesQueryDto): Promise<TradedLinesDto> {
    const { scope } = await this.scopes.read(actor, query);
    return listTradedLines(this.db.read, scope, query, toTradedLineDto);
  }
}

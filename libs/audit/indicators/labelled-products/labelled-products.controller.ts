import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, Who, type Tx } from '@choxa/platform';
import { readingFigures } from '../../scope/reading.js';
import { ScopeQueryDto } from '../../scope/scope.dto.js';
import type { Scope } from '../../scope/scope.js';
import { Scopes } from '../../scope/scopes.js';
import { Figures } from '../figures.js';
import { GapsDto } from './label-gaps.dto.js';
import { labelGaps, missingFields } from './label-gaps.query.js';
import { LabelledProductsDto } from './labelled-products.dto.js';
import { toGapDtos, toLabelEvidenceDto, toLabelledBlock, toTradedLineDto, type LabelledBlock } from './labelled-products.mapper.js';
import { LABELLED_PRODUCTS, type LabelledFigure } from './labelled-products.js';
import { labelEvidence } from './product-evidence.query.js';
import { TradedLinesDto, TradedLinesQueryDto } from './traded-lines.dto.js';
import { listTradedLines } from './traded-lines.query.js';
import { TradedProductDto } from './traded-product.dto.js';

/** What indicator 12 has to say beside what every indicator does. */
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
    return this.figures.answer(LABELLED_PRODUCTS, asked, (tx, figure) => labelledBlock(tx, asked.scope, figure));
  }

  @Get('lines')
  @Can('audit.read')
  @ApiOkResponse({ type: TradedLinesDto })
  async lines(@Who() actor: Actor, @Query() query: TradedLinesQueryDto): Promise<TradedLinesDto> {
    const { scope } = await this.scopes.read(actor, query);
    return readingFigures(this.db, (tx) => listTradedLines(tx, scope, query, toTradedLineDto));
  }

  @Get('gaps')
  @Can('audit.read')
  @ApiOkResponse({ type: GapsDto })
  async gaps(@Who() actor: Actor, @Query() query: ScopeQueryDto): Promise<GapsDto> {
    const { scope } = await this.scopes.read(actor, query);
    return { data: toGapDtos(await readingFigures(this.db, (tx) => labelGaps(tx, scope))), next: null };
  }

  @Get('products/:productId')
  @Can('audit.read')
  @ApiOkResponse({ type: TradedProductDto })
  async product(
    @Who() actor: Actor,
    @Param('productId', ParseUUIDPipe) product: string,
    @Query() query: ScopeQueryDto,
  ): Promise<TradedProductDto> {
    const asked = await this.scopes.read(actor, { ...query, product });
    return this.figures.answer(LABELLED_PRODUCTS, asked, async (tx, figure) => ({
      ...(await labelledBlock(tx, asked.scope, figure)),
      evidence: (await labelEvidence(tx, asked.scope)).map(toLabelEvidenceDto),
      lines: await listTradedLines(tx, asked.scope, {}, toTradedLineDto),
    }));
  }
}

async function labelledBlock(tx: Tx, scope: Scope, { counts }: LabelledFigure): Promise<LabelledBlock> {
  return toLabelledBlock(counts, await missingFields(tx, scope));
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { readingFigures } from '../scope/reading.js';
import { Scopes } from '../scope/scopes.js';
import { FunnelDto, FunnelQueryDto } from './funnel.dto.js';
import { toFunnelDto } from './funnel.mapper.js';
import { breakDownFunnel } from './funnel.query.js';
import { usualCut } from './funnel.rules.js';

/** How far products come: on sale, with a label, sold, delivered. */
@ApiTags('audit')
@Controller('audit/funnel')
export class FunnelController {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly scopes: Scopes,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: FunnelDto })
  async read(@Who() actor: Actor, @Query() query: FunnelQueryDto): Promise<FunnelDto> {
    const asked = await this.scopes.read(actor, query);
    const by = query.by ?? usualCut(asked.scope);
    const cells = await readingFigures(this.db, (tx) => breakDownFunnel(tx, asked.scope, by, this.places));
    return toFunnelDto(asked, by, cells);
  }
}

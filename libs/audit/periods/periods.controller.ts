import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { quartersSince } from './audit-period.rules.js';
import { firstFactAt } from './first-fact.query.js';
import { PeriodsDto } from './periods.dto.js';

@ApiTags('audit')
@Controller('audit/periods')
export class PeriodsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: PeriodsDto })
  async list(@Who() actor: Actor): Promise<PeriodsDto> {
    return { data: quartersSince(await firstFactAt(this.db.read, areaOf(actor)), this.clock.now()), next: null };
  }
}

import { Controller, Get, Header, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Clock, Database, platformProblem, Who } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { readingFigures } from '../scope/reading.js';
import { quartersSince, readPeriod } from './audit-period.rules.js';
import { compareVersions } from './compare-versions.js';
import { firstFactAt } from './first-fact.query.js';
import { closedVersion } from './period-document.js';
import { PeriodStates } from './period-states.query.js';
import { ComparisonDto, ComparisonQueryDto, PeriodsDto, PeriodStatesDto, toComparisonDto, toPeriodStateDto } from './periods.dto.js';

/** Periods: which there are, how far each is, and what its closed versions say. */
@ApiTags('audit')
@Controller('audit/periods')
export class PeriodsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly states: PeriodStates,
    private readonly places: Places,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: PeriodsDto })
  async list(@Who() actor: Actor): Promise<PeriodsDto> {
    return { data: quartersSince(await firstFactAt(this.db.read, areaOf(actor)), this.clock.now()), next: null };
  }

  @Get('states')
  @Can('audit.read')
  @ApiOkResponse({ type: PeriodStatesDto })
  async listStates(@Who() actor: Actor): Promise<PeriodStatesDto> {
    return {
      data: (await this.states.list(actor)).map((state) => toPeriodStateDto(state, actor.accountId)),
      mayClose: areaOf(actor) === null,
    };
  }

  /** The bytes that were hashed and signed: canonical JSON. It holds the whole nation, so it is for the nation's officials. */
  @Get(':period/versions/:version/document')
  @Can('audit.read')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object' } })
  @Header('Content-Type', 'application/json; charset=utf-8')
  async document(@Who() actor: Actor, @Param('period') period: string, @Param('version', ParseIntPipe) version: number): Promise<string> {
    const closed = areaOf(actor) === null ? await closedVersion(this.db.read, period, version) : null;
    if (!closed) throw platformProblem('not-found');
    return closed.document;
  }

  /** What differs between two versions, or between one and the facts as they stand. */
  @Get(':period/comparison')
  @Can('audit.read')
  @ApiOkResponse({ type: ComparisonDto })
  async compare(@Who() actor: Actor, @Param('period') period: string, @Query() query: ComparisonQueryDto): Promise<ComparisonDto> {
    const now = this.clock.now();
    const asked = { period: readPeriod(period, now), area: areaOf(actor), asOf: now };
    return toComparisonDto(await readingFigures(this.db, (tx) => compareVersions(tx, asked, query, this.places)));
  }
}

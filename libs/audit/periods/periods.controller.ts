import { Body, Controller, Get, Header, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Places } from '@choxa/places';
import { Actor, Can, Clock, Database, platformProblem, Who } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { quartersSince, readPeriod } from './audit-period.rules.js';
import { ClosePeriod } from './close-period.js';
import { compareVersions } from './compare-versions.js';
import { firstFactAt } from './first-fact.query.js';
import { closedVersion } from './period-document.js';
import { PeriodStates } from './period-states.query.js';
import {
  ComparisonDto,
  ComparisonQueryDto,
  CorrectPeriodDto,
  PeriodsDto,
  PeriodStatesDto,
  PeriodVersionDto,
  toComparisonDto,
  toPeriodStateDto,
  toPeriodVersionDto,
} from './periods.dto.js';

/** Periods: which there are, how far each is, and what its closed versions say. */
@ApiTags('audit')
@Controller('audit/periods')
export class PeriodsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly states: PeriodStates,
    private readonly closePeriod: ClosePeriod,
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
    return { data: (await this.states.list(actor)).map(toPeriodStateDto), mayClose: areaOf(actor) === null };
  }

  /** Freezes the period's figures as its first version. For the nation's officials. */
  @Post(':period/closing')
  @Can('audit.close')
  @ApiCreatedResponse({ type: PeriodVersionDto })
  async close(@Who() actor: Actor, @Param('period') period: string): Promise<PeriodVersionDto> {
    return toPeriodVersionDto(await this.closePeriod.run(actor, period, null));
  }

  /** Freezes the figures as they stand now as a further version; the older ones stay. */
  @Post(':period/corrections')
  @Can('audit.close')
  @ApiCreatedResponse({ type: PeriodVersionDto })
  async correct(@Who() actor: Actor, @Param('period') period: string, @Body() body: CorrectPeriodDto): Promise<PeriodVersionDto> {
    return toPeriodVersionDto(await this.closePeriod.run(actor, period, body.reason));
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
    return toComparisonDto(await this.db.snapshot((tx) => compareVersions(tx, asked, query, this.places)));
  }
}

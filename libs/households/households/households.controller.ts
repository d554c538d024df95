import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, Database, DEFAULT_LIMIT, pageOf, platformProblem, Public, Who } from '@choxa/platform';
import { HouseholdEntity } from './household.entity.js';
import {
  HouseholdDto,
  HouseholdListDto,
  HouseholdsQuery,
  PublicHouseholdDto,
  RegisterHouseholdDto,
  toHouseholdDto,
  toPublicHouseholdDto,
} from './households.dto.js';
import { householdsToReview } from './households-to-review.query.js';
import { RegisterHousehold } from './register-household.js';

@ApiTags('households')
@Controller('households')
export class HouseholdsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registerHousehold: RegisterHousehold,
  ) {}

  @Post()
  @Can('household.register')
  @ApiCreatedResponse({ type: HouseholdDto })
  async register(@Who() actor: Actor, @Body() body: RegisterHouseholdDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.registerHousehold.run(actor, body));
  }

  @Get()
  @Can('household.review')
  @ApiOkResponse({ type: HouseholdListDto })
  async list(
    @Who() actor: Actor,
    @Query() { state = 'pending', q, limit = DEFAULT_LIMIT, cursor }: HouseholdsQuery,
  ): Promise<HouseholdListDto> {
    const rows = await householdsToReview(this.db.read, actor, { state, q, limit, cursor });
    return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id], toHouseholdDto);
  }

  @Get(':slug')
  @Public()
  @ApiOkResponse({ type: PublicHouseholdDto })
  async read(@Param('slug') slug: string): Promise<PublicHouseholdDto> {
    const household = await this.db.read.findOneBy(HouseholdEntity, { slug, state: 'approved' });
    if (!household) throw platformProblem('not-found');
    return toPublicHouseholdDto(household, localDay(this.clock.now()));
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, platformProblem, Who } from '@choxa/platform';
import { HouseholdEntity } from './household.entity.js';
import { HouseholdDto, OwnHouseholdQuery, toHouseholdDto } from './households.dto.js';
import { requireOwnHousehold } from './own-household.js';

/** The household's own desk. */
@ApiTags('households')
@Controller('household')
export class OwnHouseholdController {
  constructor(private readonly db: Database) {}

  @Get('profile')
  @Can('household.own')
  @ApiOkResponse({ type: HouseholdDto })
  async profile(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<HouseholdDto> {
    const household = await this.db.read.findOneBy(HouseholdEntity, { id: requireOwnHousehold(actor, query.household) });
    if (!household) throw platformProblem('not-found');
    return toHouseholdDto(household);
  }
}

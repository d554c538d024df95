import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, platformProblem, Who } from '@choxa/platform';
import { EndClosure } from '../closures/end-closure.js';
import { PlanClosure } from '../closures/plan-closure.js';
import { AskAgain } from '../review/ask-again.js';
import { RefusalEntity } from '../review/refusal.entity.js';
import { AnswerDto, StandingDto, toRefusalDto } from '../review/review.dto.js';
import { AnswerSuspension } from '../suspensions/answer-suspension.js';
import { toSuspensionDto } from '../suspensions/suspensions.dto.js';
import { openSuspension } from '../suspensions/suspensions.query.js';
import { EditProfile } from './edit-profile.js';
import { HouseholdEntity } from './household.entity.js';
import { ClosureDto, EditProfileDto, HouseholdDto, OwnHouseholdQuery, toHouseholdDto } from './households.dto.js';
import { requireOwnHousehold } from './own-household.js';

/** The household's own desk: what it says about itself, its closure, and where it stands with those who decide. */
@ApiTags('households')
@Controller('household')
export class OwnHouseholdController {
  constructor(
    private readonly db: Database,
    private readonly editProfile: EditProfile,
    private readonly planClosure: PlanClosure,
    private readonly endClosure: EndClosure,
    private readonly askAgain: AskAgain,
    private readonly answerSuspension: AnswerSuspension,
  ) {}

  @Get('profile')
  @Can('household.read-own')
  @ApiOkResponse({ type: HouseholdDto })
  async profile(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<HouseholdDto> {
    const household = await this.db.read.findOneBy(HouseholdEntity, { id: requireOwnHousehold(actor, query.household) });
    if (!household) throw platformProblem('not-found');
    return toHouseholdDto(household);
  }

  @Patch('profile')
  @Can('household.own')
  @ApiOkResponse({ type: HouseholdDto })
  async edit(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: EditProfileDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.editProfile.run(actor, requireOwnHousehold(actor, query.household), body));
  }

  @Put('closure')
  @Can('household.own')
  @ApiOkResponse({ type: HouseholdDto })
  async close(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: ClosureDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.planClosure.run(actor, requireOwnHousehold(actor, query.household), body));
  }

  @Delete('closure')
  @Can('household.own')
  @ApiOkResponse({ type: HouseholdDto })
  async reopen(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<HouseholdDto> {
    return toHouseholdDto(await this.endClosure.run(actor, requireOwnHousehold(actor, query.household)));
  }

  @Get('standing')
  @Can('household.read-own')
  @ApiOkResponse({ type: StandingDto })
  async standing(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<StandingDto> {
    const householdId = requireOwnHousehold(actor, query.household);
    const [refusal] = await this.db.read.find(RefusalEntity, { where: { householdId }, order: { refusedAt: 'DESC' }, take: 1 });
    const suspension = await openSuspension(this.db.read, householdId);
    return { refusal: refusal ? toRefusalDto(refusal) : null, suspension: suspension && toSuspensionDto(suspension) };
  }

  @Post('refusal/answer')
  @Can('household.own')
  @HttpCode(200)
  @ApiOkResponse({ type: HouseholdDto })
  async ask(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: AnswerDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.askAgain.run(actor, requireOwnHousehold(actor, query.household), body.answer));
  }

  @Post('suspension/answer')
  @Can('household.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: AnswerDto): Promise<void> {
    await this.answerSuspension.run(actor, requireOwnHousehold(actor, query.household), body.answer);
  }
}

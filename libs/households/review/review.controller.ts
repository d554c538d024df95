import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { ApproveHousehold } from '../households/approve-household.js';
import { HouseholdDto, toHouseholdDto } from '../households/households.dto.js';
import {
  ApproveHouseholdDto,
  ChecklistDto,
  HouseholdReviewDto,
  RefuseHouseholdDto,
  toChecklistItemDto,
  toHouseholdReviewDto,
} from './review.dto.js';
import { RefuseHousehold } from './refuse-household.js';
import { ReviewOfHousehold } from './review.query.js';
import { TakeBackTick } from './take-back-tick.js';
import { TickRequirement } from './tick-requirement.js';

/** Those who decide who may sell: the checklist, yes or not yet. */
@ApiTags('households')
@Controller('households/:id')
export class ReviewController {
  constructor(
    private readonly review: ReviewOfHousehold,
    private readonly tickRequirement: TickRequirement,
    private readonly takeBackTick: TakeBackTick,
    private readonly approveHousehold: ApproveHousehold,
    private readonly refuseHousehold: RefuseHousehold,
  ) {}

  @Get('review')
  @Can('household.review')
  @ApiOkResponse({ type: HouseholdReviewDto })
  async read(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HouseholdReviewDto> {
    return toHouseholdReviewDto(await this.review.run(actor, id));
  }

  @Put('requirements/:code')
  @Can('household.review')
  @ApiOkResponse({ type: ChecklistDto })
  async tick(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string): Promise<ChecklistDto> {
    const items = await this.review.named(await this.tickRequirement.run(actor, id, code));
    return { items: items.map(toChecklistItemDto) };
  }

  @Delete('requirements/:code')
  @Can('household.review')
  @ApiOkResponse({ type: ChecklistDto })
  async takeBack(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('code') code: string): Promise<ChecklistDto> {
    const items = await this.review.named(await this.takeBackTick.run(actor, id, code));
    return { items: items.map(toChecklistItemDto) };
  }

  @Post('approval')
  @Can('household.review')
  @HttpCode(200)
  @ApiBody({ type: ApproveHouseholdDto, required: false })
  @ApiOkResponse({ type: HouseholdDto })
  async approve(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ApproveHouseholdDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.approveHousehold.run(actor, id, body.seen ?? []));
  }

  @Post('refusal')
  @Can('household.review')
  @HttpCode(200)
  @ApiOkResponse({ type: HouseholdDto })
  async refuse(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RefuseHouseholdDto): Promise<HouseholdDto> {
    return toHouseholdDto(await this.refuseHousehold.run(actor, id, body.reason));
  }
}

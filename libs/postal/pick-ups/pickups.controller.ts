import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AnswerPickup } from './answer-pickup.js';
import { DeclinePickupDto, PickupsDto, PickupsQuery } from './pickup.dto.js';
import { Pickups } from './pickups.query.js';

/** Parcels that senders ask the post to fetch. */
@ApiTags('post')
@Controller('post/pickups')
export class PickupsController {
  constructor(
    private readonly pickups: Pickups,
    private readonly answer: AnswerPickup,
  ) {}

  @Get()
  @Can('postal.pickup.read')
  @ApiOkResponse({ type: PickupsDto })
  async list(@Who() actor: Actor, @Query() query: PickupsQuery): Promise<PickupsDto> {
    return this.pickups.list(actor, query);
  }

  @Post(':id/acceptance')
  @Can('postal.pickup.answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async accept(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.answer.run(actor, id, null);
  }

  @Post(':id/refusal')
  @Can('postal.pickup.answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decline(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeclinePickupDto): Promise<void> {
    await this.answer.run(actor, id, body.reason);
  }
}

import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Who, type Actor } from '@choxa/platform';
import { AnswersPdf, sendPdf } from '../printing/send-pdf.js';
import { PickupRoundDto, PickupRoundQuery } from './pickup-round.dto.js';
import { PickupRounds } from './pickup-rounds.query.js';

/** The day's way to the senders whose parcels are fetched. */
@ApiTags('post')
@Controller('post')
export class PickupRoundsController {
  constructor(private readonly rounds: PickupRounds) {}

  /** Stops in the sequence to go, the morning first. */
  @Get('pickup-rounds')
  @Can('postal.pickup.read')
  @ApiOkResponse({ type: PickupRoundDto })
  async one(@Who() actor: Actor, @Query() query: PickupRoundQuery): Promise<PickupRoundDto> {
    return this.rounds.of(actor, query);
  }

  @Get('pickup-rounds.pdf')
  @Can('postal.pickup.read')
  @AnswersPdf()
  async print(@Who() actor: Actor, @Query() query: PickupRoundQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendPdf(reply, 'lay-hang', await this.rounds.print(actor, query));
  }
}

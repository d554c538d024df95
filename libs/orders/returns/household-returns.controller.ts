import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Clock, Database, Who, type Actor } from '@choxa/platform';
import { AnswerReturn } from './answer-return.js';
import { ReceiveReturn } from './receive-return.js';
import { ApproveReturnDto, ReceiveReturnDto, RefuseReturnDto, ReturnsDto } from './return.dto.js';
import { ReturnPictures } from './return-pictures.js';
import { returnsToHandle } from './returns-of.query.js';
import { sendPicture, WEBP } from './send-picture.js';

/** Returned goods, as the household handles them. */
@ApiTags('orders')
@Controller()
export class HouseholdReturnsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly answer: AnswerReturn,
    private readonly receiveReturn: ReceiveReturn,
    private readonly pictures: ReturnPictures,
  ) {}

  @Get('household/returns')
  @Can('return.read')
  @ApiOkResponse({ type: ReturnsDto })
  async list(@Who() actor: Actor): Promise<ReturnsDto> {
    return { data: await returnsToHandle(this.db.read, actor.scope('household', 'household'), this.clock.now()) };
  }

  @Get('household/return-pictures/:id')
  @Can('return.read')
  @ApiOkResponse(WEBP)
  async picture(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    sendPicture(reply, await this.pictures.ofHousehold(actor, id));
  }

  @Post('returns/:id/approval')
  @Can('return.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async approve(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { goods, note }: ApproveReturnDto): Promise<void> {
    await this.answer.approve(actor, id, goods, note || null);
  }

  @Post('returns/:id/refusal')
  @Can('return.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async refuse(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { note }: RefuseReturnDto): Promise<void> {
    await this.answer.refuse(actor, id, note);
  }

  @Post('returns/:id/receipt')
  @Can('return.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async receive(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { lines }: ReceiveReturnDto): Promise<void> {
    await this.receiveReturn.run(actor, id, lines);
  }
}

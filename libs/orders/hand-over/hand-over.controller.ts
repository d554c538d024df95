import { Body, Controller, Get, Header, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { qrDrawing, toSvg } from '@choxa/labelling';
import { Can, IdempotencyKey, platformProblem, Uuid, Who, type Actor } from '@choxa/platform';
import { HandOverDto, HandOverQuery, RequestPickUpDto } from './hand-over.dto.js';
import { HandOver } from './hand-over.query.js';
import { RequestPickUp } from './request-pick-up.js';

export class RequestedPickUpDto {
  @Uuid() id: string;
}

/** Parcels on their way from the household to the post: carried there, or fetched. */
@ApiTags('orders')
@Controller('household')
export class HandOverController {
  constructor(
    private readonly handOver: HandOver,
    private readonly requestPickUp: RequestPickUp,
  ) {}

  @Get('hand-over')
  @Can('seller-order.read')
  @ApiOkResponse({ type: HandOverDto })
  async list(@Who() actor: Actor, @Query() { household }: HandOverQuery): Promise<HandOverDto> {
    return this.handOver.list(actor, household ?? null);
  }

  /** The packed parcels as one QR code for the counter. Not found while there are none. */
  @Get('hand-over.svg')
  @Can('seller-order.read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async code(@Who() actor: Actor, @Query() { household }: HandOverQuery, @Res() reply: FastifyReply): Promise<void> {
    const numbers = await this.handOver.numbers(actor, household ?? null);
    if (!numbers) throw platformProblem('not-found');
    await reply
      .type('image/svg+xml')
      .header('cache-control', 'private, no-store')
      .send(toSvg(qrDrawing(numbers, 'L')));
  }

  @Post('pick-ups')
  @Can('seller-order.write')
  @HttpCode(201)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: RequestedPickUpDto })
  async request(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: RequestPickUpDto): Promise<string> {
    return this.requestPickUp.run(actor, body, key);
  }
}

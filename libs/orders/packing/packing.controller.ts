import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { code128Drawing, toSvg } from '@choxa/labelling';
import { Can, IdempotencyKey, platformProblem, Who, type Actor } from '@choxa/platform';
import { PackingListDto, PackUnitDto, ParcelNumberQuery } from './packing.dto.js';
import { PackingLists } from './packing-list.query.js';
import { PackUnit } from './pack-unit.js';

/** Putting an order into its parcel. */
@ApiTags('orders')
@Controller()
export class PackingController {
  constructor(
    private readonly packingLists: PackingLists,
    private readonly packUnit: PackUnit,
  ) {}

  @Get('household/seller-orders/:id/packing-list')
  @Can('seller-order.read')
  @ApiOkResponse({ type: PackingListDto })
  async list(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PackingListDto> {
    return this.packingLists.one(actor, id);
  }

  /** The parcel's number as Code 128, for a slip where the post has not printed one. Not found before the post has given a number. */
  @Get('household/seller-orders/:id/parcel-number.svg')
  @Can('seller-order.read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async parcelNumber(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { parcel = 1 }: ParcelNumberQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { parcelNumber, parcels } = await this.packingLists.one(actor, id);
    const number = parcel === 1 ? parcelNumber : parcels.find(({ position }) => position === parcel)?.number;
    if (!number) throw platformProblem('not-found');
    await reply
      .type('image/svg+xml')
      .header('cache-control', 'private, no-store')
      .send(toSvg(code128Drawing(number)));
  }

  /** A unit was scanned into the parcel. */
  @Post('seller-orders/:id/packed-units')
  @Can('seller-order.write')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: PackingListDto })
  async pack(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PackUnitDto,
  ): Promise<string> {
    return this.packUnit.run(actor, id, body.code, key);
  }

  /** Begins scanning again. */
  @Delete('seller-orders/:id/packed-units')
  @Can('seller-order.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async unpack(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.packUnit.undo(actor, id);
  }
}

import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Database, platformProblem, Uuid, Who } from '@choxa/platform';
import { LotEntity } from '../lots/lot.entity.js';
import { barcodeDrawing } from '../pictures/barcode-drawing.js';
import type { Drawing } from '../pictures/drawing.js';
import { gs1128Drawing } from '../pictures/gs1-128-drawing.js';
import { toPng, toSvg } from '../pictures/render.js';
import { CartonEntity } from './carton.entity.js';
import { CartonDto, CartonListDto, MakeCartonDto, toCartonDto } from './cartons.dto.js';
import { MakeCarton } from './make-carton.js';

export class CartonPictureQuery {
  @Uuid({ optional: true, description: 'Id of the lot in the carton' }) lot?: string;
}

/** Cartons of a pack, and what is printed on them. */
@ApiTags('labelling')
@Controller('household/packs/:id/cartons')
export class CartonsController {
  constructor(
    private readonly db: Database,
    private readonly ownPacks: OwnPacks,
    private readonly makeCarton: MakeCarton,
  ) {}

  @Post()
  @Can('label.write')
  @ApiCreatedResponse({ type: CartonDto })
  async make(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: MakeCartonDto): Promise<CartonDto> {
    return toCartonDto(await this.makeCarton.run(actor, packId, body.packsInside));
  }

  @Get()
  @Can('label.read')
  @ApiOkResponse({ type: CartonListDto })
  async list(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string): Promise<CartonListDto> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const cartons = await this.db.read.find(CartonEntity, { where: { packId }, order: { madeAt: 'DESC', id: 'ASC' } });
    return { data: cartons.map(toCartonDto) };
  }

  @Get(':carton/itf14.svg')
  @Can('label.read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async itf14Svg(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Param('carton', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ) {
    await sendSvg(barcodeDrawing((await this.carton(actor, packId, id)).number), reply);
  }

  @Get(':carton/itf14.png')
  @Can('label.read')
  @ApiProduces('image/png')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async itf14Png(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Param('carton', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ) {
    await sendPng(barcodeDrawing((await this.carton(actor, packId, id)).number), reply);
  }

  @Get(':carton/gs1-128.svg')
  @Can('label.read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async gs1128Svg(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Param('carton', ParseUUIDPipe) id: string,
    @Query() { lot }: CartonPictureQuery,
    @Res() reply: FastifyReply,
  ) {
    await sendSvg(await this.gs1128(await this.carton(actor, packId, id), lot), reply);
  }

  @Get(':carton/gs1-128.png')
  @Can('label.read')
  @ApiProduces('image/png')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async gs1128Png(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Param('carton', ParseUUIDPipe) id: string,
    @Query() { lot }: CartonPictureQuery,
    @Res() reply: FastifyReply,
  ) {
    await sendPng(await this.gs1128(await this.carton(actor, packId, id), lot), reply);
  }

  private async carton(actor: Actor, packId: string, id: string): Promise<CartonEntity> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const carton = await this.db.read.findOneBy(CartonEntity, { id, packId });
    if (!carton) throw platformProblem('not-found');
    return carton;
  }

  private async gs1128({ number, packId }: CartonEntity, lotId: string | undefined): Promise<Drawing> {
    const lot = lotId ? await this.db.read.findOneBy(LotEntity, { id: lotId, packId }) : null;
    if (lotId && !lot) throw platformProblem('not-found');
    return gs1128Drawing({ number14: number, lot: lot?.code ?? null, expiresOn: lot?.expiresOn ?? null });
  }
}

async function sendSvg(drawing: Drawing, reply: FastifyReply): Promise<void> {
  await reply.header('Cache-Control', 'private, no-store').type('image/svg+xml; charset=utf-8').send(toSvg(drawing));
}

async function sendPng(drawing: Drawing, reply: FastifyReply): Promise<void> {
  await reply
    .header('Cache-Control', 'private, no-store')
    .type('image/png')
    .send(await toPng(drawing));
}

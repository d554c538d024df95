import { createHash } from 'node:crypto';
import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, Database, platformProblem, Public, Text, Uuid } from '@choxa/platform';
import { displayNumber } from '@choxa/standards';
import { BarcodeEntity } from '../barcodes/barcode.entity.js';
import { LotEntity } from '../lots/lot.entity.js';
import { packLink } from '../trace/trace-link.rules.js';
import { barcodeDrawing } from './barcode-drawing.js';
import type { Drawing } from './drawing.js';
import { qrDrawing } from './qr-drawing.js';
import { toPng, toSvg } from './render.js';

export class BarcodePictureQuery {
  @Text({ max: 14, optional: true, description: 'The digits expected; with them the answer may be kept for ever' }) v?: string;
}

export class QrPictureQuery {
  @Uuid({ optional: true, description: 'Id of the lot the link leads to' }) lot?: string;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_A_WHILE = 'public, max-age=300, stale-while-revalidate=86400';

type Format = 'svg' | 'png';
const svgAnswer = () => ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } });
const pngAnswer = () => ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } });

/** A pack's number and link as pictures, for anybody: they are printed on the pack. */
@ApiTags('labelling')
@Controller('packs/:id')
export class PicturesController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  @Get('barcode.svg')
  @Public()
  @ApiProduces('image/svg+xml')
  @svgAnswer()
  async barcodeSvg(
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() { v }: BarcodePictureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.sendBarcode('svg', packId, v, request, reply);
  }

  @Get('barcode.png')
  @Public()
  @ApiProduces('image/png')
  @pngAnswer()
  async barcodePng(
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() { v }: BarcodePictureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.sendBarcode('png', packId, v, request, reply);
  }

  @Get('qr.svg')
  @Public()
  @ApiProduces('image/svg+xml')
  @svgAnswer()
  async qrSvg(
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() { lot }: QrPictureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.sendQr('svg', packId, lot, request, reply);
  }

  @Get('qr.png')
  @Public()
  @ApiProduces('image/png')
  @pngAnswer()
  async qrPng(
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() { lot }: QrPictureQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.sendQr('png', packId, lot, request, reply);
  }

  private async sendBarcode(format: Format, packId: string, expected: string | undefined, request: FastifyRequest, reply: FastifyReply) {
    const { number } = await this.currentOf(packId);
    // An address that names a corrected number shows the new one, and is not kept.
    const keep = expected === displayNumber(number) ? FOR_EVER : FOR_A_WHILE;
    await send(format, barcodeDrawing(number), keep, request, reply);
  }

  private async sendQr(format: Format, packId: string, lotId: string | undefined, request: FastifyRequest, reply: FastifyReply) {
    const { kind, number } = await this.currentOf(packId);
    const lot = lotId ? await this.db.read.findOneBy(LotEntity, { id: lotId, packId }) : null;
    if (lotId && !lot) throw platformProblem('not-found');
    const link = packLink(this.config.publicUrl, { kind, number14: number }, lot);
    await send(format, qrDrawing(link), FOR_A_WHILE, request, reply);
  }

  private async currentOf(packId: string): Promise<BarcodeEntity> {
    const current = await this.db.read.findOneBy(BarcodeEntity, { packId, state: 'current' });
    if (!current) throw platformProblem('not-found');
    return current;
  }
}

async function send(format: Format, drawing: Drawing, cacheControl: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const body = format === 'svg' ? toSvg(drawing) : await toPng(drawing);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.header('Cache-Control', cacheControl).header('ETag', etag);
  if (request.headers['if-none-match']?.includes(etag)) {
    await reply.status(304).send();
    return;
  }
  await reply.type(format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png').send(body);
}

import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, prefersEnglish, Who, type Actor } from '@choxa/platform';
import { AnswersPdf, sendPdf } from '../printing/send-pdf.js';
import {
  BagDto,
  BagLabelQuery,
  BagsDto,
  BagsQuery,
  BagWithParcelsDto,
  MoveBagDto,
  NextHopsDto,
  NextHopsQuery,
  OpenBagDto,
  PutParcelsDto,
  PutResultsDto,
  UnpackBagDto,
} from './bag.dto.js';
import { BAG_REFUSALS } from './bag-refusals.js';
import { Bags } from './bags.query.js';
import { FillBag } from './fill-bag.js';
import { MoveBag } from './move-bag.js';
import { NextHops } from './next-hops.query.js';
import { OpenBag } from './open-bag.js';
import { PrintBagLabel } from './print-bag-label.js';
import { UnpackBag } from './unpack-bag.js';

/** Bags of parcels between offices. Every step may be sent again: the id is the device's, and a bag only goes forward. */
@ApiTags('post')
@Controller('post/bags')
export class BagsController {
  constructor(
    private readonly bags: Bags,
    private readonly openBag: OpenBag,
    private readonly fillBag: FillBag,
    private readonly moveBag: MoveBag,
    private readonly unpackBag: UnpackBag,
    private readonly nextHops: NextHops,
    private readonly printBagLabel: PrintBagLabel,
  ) {}

  @Get()
  @Can('postal.bag.read')
  @ApiOkResponse({ type: BagsDto })
  async list(@Who() actor: Actor, @Query() query: BagsQuery): Promise<BagsDto> {
    return this.bags.list(actor, query);
  }

  @Post()
  @Can('postal.bag.work')
  @ApiCreatedResponse({ type: BagDto })
  async open(@Who() actor: Actor, @Body() body: OpenBagDto): Promise<BagDto> {
    return this.openBag.run(actor, body);
  }

  /** To which offices bags leave from one of yours. */
  @Get('next-hops')
  @Can('postal.bag.work')
  @ApiOkResponse({ type: NextHopsDto })
  async hops(@Who() actor: Actor, @Query() { office }: NextHopsQuery): Promise<NextHopsDto> {
    return { data: await this.nextHops.from(actor, office) };
  }

  @Get(':id')
  @Can('postal.bag.read')
  @ApiOkResponse({ type: BagWithParcelsDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BagWithParcelsDto> {
    return this.bags.one(actor, id);
  }

  /** For the outside of a closed bag. */
  @Get(':id/label.pdf')
  @Can('postal.bag.read')
  @AnswersPdf()
  async label(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: BagLabelQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number, pdf } = await this.printBagLabel.run(actor, id, format ?? 'a6');
    await sendPdf(reply, `nhan-tui-${number}`, pdf);
  }

  /** Each parcel is answered by itself; a wrong route is among the refusals. */
  @Post(':id/parcels')
  @HttpCode(200)
  @Can('postal.bag.work')
  @ApiOkResponse({ type: PutResultsDto })
  async put(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PutParcelsDto,
    @Headers('accept-language') language?: string,
  ): Promise<PutResultsDto> {
    const tongue = prefersEnglish(language) ? 'en' : 'vi';
    const results = await this.fillBag.put(actor, id, body.parcels);
    return { results: results.map((result) => ({ ...result, detail: result.code ? BAG_REFUSALS[result.code][tongue] : null })) };
  }

  @Delete(':id/parcels/:number')
  @HttpCode(204)
  @Can('postal.bag.work')
  @ApiNoContentResponse()
  async takeOut(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('number') number: string): Promise<void> {
    await this.fillBag.takeOut(actor, id, number);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Can('postal.bag.work')
  @ApiOkResponse({ type: BagDto })
  async close(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { at }: MoveBagDto): Promise<BagDto> {
    return this.moveBag.close(actor, id, at);
  }

  /** It leaves the office: its parcels are scanned out. */
  @Post(':id/dispatch')
  @HttpCode(200)
  @Can('postal.bag.work')
  @ApiOkResponse({ type: BagDto })
  async dispatch(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { at }: MoveBagDto): Promise<BagDto> {
    return this.moveBag.dispatch(actor, id, at);
  }

  @Post(':id/arrival')
  @HttpCode(200)
  @Can('postal.bag.work')
  @ApiOkResponse({ type: BagDto })
  async arrive(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { at }: MoveBagDto): Promise<BagDto> {
    return this.moveBag.arrive(actor, id, at);
  }

  /** Unpacked: what was found is scanned in, what is short or over is reported. */
  @Post(':id/opening')
  @HttpCode(200)
  @Can('postal.bag.work')
  @ApiOkResponse({ type: BagWithParcelsDto })
  async unpack(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: UnpackBagDto): Promise<BagWithParcelsDto> {
    return this.unpackBag.run(actor, id, body);
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { uploadedImage } from '@choxa/catalogue';
import { Public, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { OrderQuery } from '../order-pages/order.dto.js';
import { RequestReturn } from './request-return.js';
import { PictureOfQuery, PictureSentDto, RequestReturnDto } from './return.dto.js';
import { ReturnPictures } from './return-pictures.js';
import { sendPicture, WEBP } from './send-picture.js';
import { WithdrawReturn } from './withdraw-return.js';

/** Giving goods back, as the buyer does it: by the key of the order's link or by the account. */
@ApiTags('orders')
@Controller('orders/:number')
export class BuyerReturnsController {
  constructor(
    private readonly pictures: ReturnPictures,
    private readonly requestReturn: RequestReturn,
    private readonly withdrawReturn: WithdrawReturn,
  ) {}

  @Post('return-pictures')
  @Public({ who: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: PictureSentDto })
  async addPicture(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Query() { key, sellerOrderId }: PictureOfQuery,
    @Req() request: UploadRequest,
  ): Promise<PictureSentDto> {
    return { id: await this.pictures.add(actor, number, key, sellerOrderId, await uploadedImage(request)) };
  }

  @Get('return-pictures/:id')
  @Public({ who: true })
  @ApiOkResponse(WEBP)
  async picture(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPicture(reply, await this.pictures.ofBuyer(actor, number, key, id));
  }

  @Post('returns')
  @Public({ who: true })
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @ApiNoContentResponse()
  async request(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Query() { key }: OrderQuery,
    @Body() { note, pictureIds, ...request }: RequestReturnDto,
  ): Promise<void> {
    await this.requestReturn.run(actor, number, key, { ...request, note: note ?? '', pictureIds: [...new Set(pictureIds ?? [])] });
  }

  @Post('returns/:id/withdrawal')
  @Public({ who: true })
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @ApiNoContentResponse()
  async withdraw(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
  ): Promise<void> {
    await this.withdrawReturn.run(actor, number, key, id);
  }
}

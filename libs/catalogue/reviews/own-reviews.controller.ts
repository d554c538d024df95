import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { uploadedImage } from '../images/uploaded-image.js';
import { AddReviewPicture } from './add-review-picture.js';
import { AppealHiding } from './appeal-hiding.js';
import { OwnReviews } from './own-reviews.query.js';
import { RemoveReviewPicture } from './remove-review-picture.js';
import { AppealHidingDto, BuyerKeyQuery, ReviewableLinesDto, WriteReviewDto } from './review.dto.js';
import { WriteReview } from './write-review.js';

/** What a buyer says about what they received: the account that ordered, or whoever has the order's access key. */
@ApiTags('catalogue')
@Controller('orders/:number')
export class OwnReviewsController {
  constructor(
    private readonly ownReviews: OwnReviews,
    private readonly writeReview: WriteReview,
    private readonly addPicture: AddReviewPicture,
    private readonly removePicture: RemoveReviewPicture,
    private readonly appealHiding: AppealHiding,
  ) {}

  @Get('reviews')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReviewableLinesDto })
  async list(
    @Who() actor: Actor | null,
    @Param('number') orderNumber: string,
    @Query() { key }: BuyerKeyQuery,
  ): Promise<ReviewableLinesDto> {
    return this.ownReviews.ofOrder({ actor, orderNumber, key });
  }

  @Put('lines/:line/review')
  @Public({ who: true })
  @ApiOkResponse({ type: ReviewableLinesDto })
  async write(
    @Who() actor: Actor | null,
    @Param('number') orderNumber: string,
    @Param('line', ParseUUIDPipe) line: string,
    @Query() { key }: BuyerKeyQuery,
    @Body() { stars, text }: WriteReviewDto,
  ): Promise<ReviewableLinesDto> {
    const buyer = { actor, orderNumber, key };
    await this.writeReview.run(buyer, line, { stars, text: text ?? '' });
    return this.ownReviews.ofOrder(buyer);
  }

  @Post('lines/:line/review/images')
  @Public({ who: true })
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: ReviewableLinesDto })
  async addImage(
    @Who() actor: Actor | null,
    @Param('number') orderNumber: string,
    @Param('line', ParseUUIDPipe) line: string,
    @Query() { key }: BuyerKeyQuery,
    @Req() request: UploadRequest,
  ): Promise<ReviewableLinesDto> {
    const buyer = { actor, orderNumber, key };
    await this.addPicture.run(buyer, line, await uploadedImage(request));
    return this.ownReviews.ofOrder(buyer);
  }

  @Delete('lines/:line/review/images/:image')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeImage(
    @Who() actor: Actor | null,
    @Param('number') orderNumber: string,
    @Param('line', ParseUUIDPipe) line: string,
    @Param('image', ParseUUIDPipe) image: string,
    @Query() { key }: BuyerKeyQuery,
  ): Promise<void> {
    await this.removePicture.run({ actor, orderNumber, key }, line, image);
  }

  @Post('lines/:line/review/appeal')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async appeal(
    @Who() actor: Actor | null,
    @Param('number') orderNumber: string,
    @Param('line', ParseUUIDPipe) line: string,
    @Query() { key }: BuyerKeyQuery,
    @Body() body: AppealHidingDto,
  ): Promise<void> {
    await this.appealHiding.run({ actor, orderNumber, key }, line, body.text);
  }
}

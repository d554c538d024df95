import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Public, Who, type Actor } from '@choxa/platform';
import { ReplyToReview } from './reply-to-review.js';
import { DeskReviewsDto, DeskReviewsQuery, HouseholdReviewsDto, ProductReviewsDto, ReplyDto } from './review.dto.js';
import { Reviews } from './reviews.query.js';

/** Reviews as everybody reads them, and the household's replies. */
@ApiTags('catalogue')
@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: Reviews,
    private readonly replyToReview: ReplyToReview,
  ) {}

  @Get('products/:slug/reviews')
  @Public()
  @ApiOkResponse({ type: ProductReviewsDto })
  async ofProduct(@Param('slug') slug: string, @Query() query: PageQuery): Promise<ProductReviewsDto> {
    return this.reviews.ofProduct(slug, query);
  }

  @Get('households/:slug/reviews')
  @Public()
  @ApiOkResponse({ type: HouseholdReviewsDto })
  async ofHousehold(@Param('slug') slug: string, @Query() query: PageQuery): Promise<HouseholdReviewsDto> {
    return this.reviews.ofHousehold(slug, query);
  }

  @Get('household/reviews')
  @Can('remark.read-own')
  @ApiOkResponse({ type: DeskReviewsDto })
  async ofDesk(@Who() actor: Actor, @Query() query: DeskReviewsQuery): Promise<DeskReviewsDto> {
    return this.reviews.ofDesk(actor, query);
  }

  @Put('reviews/:id/reply')
  @Can('remark.answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async reply(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReplyDto): Promise<void> {
    await this.replyToReview.run(actor, id, body.text);
  }
}

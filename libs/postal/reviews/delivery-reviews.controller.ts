import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { DecideReview } from './decide-review.js';
import { DeliveryReviewsDto, DeliveryReviewsQuery, ReviewDecisionDto } from './delivery-review.dto.js';
import { DeliveryReviews } from './delivery-reviews.query.js';

/** Deliveries that a manager of the operator looks at again. */
@ApiTags('post')
@Controller('post/delivery-reviews')
export class DeliveryReviewsController {
  constructor(
    private readonly reviews: DeliveryReviews,
    private readonly decide: DecideReview,
  ) {}

  @Get()
  @Can('postal.review.read')
  @ApiOkResponse({ type: DeliveryReviewsDto })
  async list(@Who() actor: Actor, @Query() query: DeliveryReviewsQuery): Promise<DeliveryReviewsDto> {
    return this.reviews.list(actor, query);
  }

  @Post(':id/decision')
  @Can('postal.review.decide')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decideOn(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { verdict, note }: ReviewDecisionDto): Promise<void> {
    await this.decide.run(actor, id, verdict, note);
  }
}

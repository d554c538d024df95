import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Clock, Database, Public, Who, type Actor } from '@choxa/platform';
import { OrderQuery } from '../order-pages/order.dto.js';
import { AnswerRefund } from './answer-refund.js';
import { PayRefund } from './pay-refund.js';
import { AnswerRefundDto, PayRefundDto, RefundsDto } from './refund.dto.js';
import { refundsToPay } from './refunds-of.query.js';

/** Money owed back: paid by the household, confirmed by the buyer. */
@ApiTags('orders')
@Controller()
export class RefundsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly payRefund: PayRefund,
    private readonly answerRefund: AnswerRefund,
  ) {}

  @Get('household/refunds')
  @Can('refund.read')
  @ApiOkResponse({ type: RefundsDto })
  async list(@Who() actor: Actor): Promise<RefundsDto> {
    return { data: await refundsToPay(this.db.read, actor.scope('household', 'household'), this.clock.now()) };
  }

  @Post('refunds/:id/payment')
  @Can('refund.pay')
  @HttpCode(204)
  @ApiNoContentResponse()
  async pay(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PayRefundDto): Promise<void> {
    await this.payRefund.run(actor, id, body);
  }

  @Post('orders/:number/refunds/:id/receipt')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
    @Body() { received }: AnswerRefundDto,
  ): Promise<void> {
    await this.answerRefund.run(actor, number, key, id, received);
  }
}

import { Body, Controller, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Who, type Actor } from '@choxa/platform';
import { OrderDto, OrderQuery } from '../order-pages/order.dto.js';
import { Orders } from '../order-pages/orders.query.js';
import { CancelOrder } from './cancel-order.js';
import { CancelOrderDto } from './cancellation.dto.js';

/** The buyer's side of a cancellation; the household's is with its orders. */
@ApiTags('orders')
@Controller('orders/:number/cancellation')
export class CancellationController {
  constructor(
    private readonly cancelOrder: CancelOrder,
    private readonly orders: Orders,
  ) {}

  @Post()
  @Public({ who: true })
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OrderDto })
  async cancel(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Query() { key }: OrderQuery,
    @Body() { sellerOrderId = null, reason, note }: CancelOrderDto,
  ): Promise<OrderDto> {
    await this.cancelOrder.run(actor, number, key, { sellerOrderId, reason, note: note || null });
    return this.orders.one(actor, number, key);
  }
}

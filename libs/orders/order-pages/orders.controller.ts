import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Who, type Actor } from '@choxa/platform';
import { OrderDto, OrderQuery } from './order.dto.js';
import { Orders } from './orders.query.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: Orders) {}

  @Get(':number')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OrderDto })
  async one(@Who() actor: Actor | null, @Param('number') number: string, @Query() query: OrderQuery): Promise<OrderDto> {
    return this.orders.one(actor, number, query.key);
  }
}

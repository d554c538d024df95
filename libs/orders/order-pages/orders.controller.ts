import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Public, Who, type Actor } from '@choxa/platform';
import { OrderDto, OrderQuery, OrderSummariesDto } from './order.dto.js';
import { Orders } from './orders.query.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: Orders) {}

  @Get()
  @Can('order.read-own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OrderSummariesDto })
  async own(@Who() actor: Actor, @Query() query: PageQuery): Promise<OrderSummariesDto> {
    return this.orders.own(actor, query);
  }

  @Get(':number')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OrderDto })
  async one(@Who() actor: Actor | null, @Param('number') number: string, @Query() query: OrderQuery): Promise<OrderDto> {
    return this.orders.one(actor, number, query.key);
  }
}

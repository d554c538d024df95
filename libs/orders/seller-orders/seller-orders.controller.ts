import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { CancelSellerOrderDto } from '../cancellation/cancellation.dto.js';
import { DivideSellerOrder } from '../parcels/divide-seller-order.js';
import { DivideSellerOrderDto } from '../parcels/parcels.dto.js';
import { AnswerSellerOrder } from './answer-seller-order.js';
import { ConfirmSellerOrder } from './confirm-seller-order.js';
import {
  ConfirmSellerOrderDto,
  SellerOrderCountsDto,
  SellerOrderCountsQuery,
  SellerOrderDto,
  SellerOrdersDto,
  SellerOrdersQuery,
} from './seller-order.dto.js';
import { SellerOrders } from './seller-orders.query.js';

/** The household's side of an order. */
@ApiTags('orders')
@Controller()
export class SellerOrdersController {
  constructor(
    private readonly sellerOrders: SellerOrders,
    private readonly confirmSellerOrder: ConfirmSellerOrder,
    private readonly answer: AnswerSellerOrder,
    private readonly divideSellerOrder: DivideSellerOrder,
  ) {}

  @Get('household/seller-orders')
  @Can('seller-order.read')
  @ApiOkResponse({ type: SellerOrdersDto })
  async list(@Who() actor: Actor, @Query() query: SellerOrdersQuery): Promise<SellerOrdersDto> {
    return this.sellerOrders.list(actor, query);
  }

  @Get('household/seller-order-counts')
  @Can('seller-order.read')
  @ApiOkResponse({ type: SellerOrderCountsDto })
  async counts(@Who() actor: Actor, @Query() { household }: SellerOrderCountsQuery): Promise<SellerOrderCountsDto> {
    return { data: await this.sellerOrders.counts(actor, household), next: null };
  }

  @Get('household/seller-orders/:id')
  @Can('seller-order.read')
  @ApiOkResponse({ type: SellerOrderDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SellerOrderDto> {
    return this.sellerOrders.one(actor, id);
  }

  @Post('seller-orders/:id/confirmation')
  @Can('seller-order.write')
  @HttpCode(200)
  @ApiOkResponse({ type: SellerOrderDto })
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ConfirmSellerOrderDto): Promise<SellerOrderDto> {
    // Without a body everything is there.
    await this.confirmSellerOrder.run(actor, id, { ...body });
    return this.sellerOrders.one(actor, id);
  }

  @Post('seller-orders/:id/packing')
  @Can('seller-order.write')
  @HttpCode(200)
  @ApiOkResponse({ type: SellerOrderDto })
  async pack(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SellerOrderDto> {
    await this.answer.pack(actor, id);
    return this.sellerOrders.one(actor, id);
  }

  /** It goes in several parcels instead of one. */
  @Post('seller-orders/:id/parcels')
  @Can('seller-order.write')
  @HttpCode(200)
  @ApiOkResponse({ type: SellerOrderDto })
  async divide(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DivideSellerOrderDto): Promise<SellerOrderDto> {
    await this.divideSellerOrder.run(actor, id, body.parcels);
    return this.sellerOrders.one(actor, id);
  }

  @Post('seller-orders/:id/cancellation')
  @Can('seller-order.write')
  @HttpCode(200)
  @ApiOkResponse({ type: SellerOrderDto })
  async cancel(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CancelSellerOrderDto): Promise<SellerOrderDto> {
    await this.answer.cancel(actor, id, body.reason, body.note || null);
    return this.sellerOrders.one(actor, id);
  }
}

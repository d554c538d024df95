import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AccountOrdersDto, AccountOrdersQuery, AdoptedOrdersDto, OrderAgainDto } from './account-order.dto.js';
import { AccountOrders } from './account-orders.query.js';
import { AdoptGuestOrders } from './adopt-guest-orders.js';

/** What the caller has bought. */
@ApiTags('orders')
@Controller('account/orders')
export class AccountOrdersController {
  constructor(
    private readonly orders: AccountOrders,
    private readonly adoptGuestOrders: AdoptGuestOrders,
  ) {}

  @Get()
  @Can('order.read-own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: AccountOrdersDto })
  async list(@Who() actor: Actor, @Query() query: AccountOrdersQuery): Promise<AccountOrdersDto> {
    return this.orders.list(actor, query);
  }

  /** Takes what was ordered as a guest with the proven phone into the account. */
  @Post('adoption')
  @Can('order.adopt')
  @HttpCode(200)
  @ApiOkResponse({ type: AdoptedOrdersDto })
  async adopt(@Who() actor: Actor): Promise<AdoptedOrdersDto> {
    return { adopted: await this.adoptGuestOrders.run(actor) };
  }

  /** What of an order can be bought again today, and what cannot. */
  @Get(':number/again')
  @Can('order.read-own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: OrderAgainDto })
  async again(@Who() actor: Actor, @Param('number') number: string): Promise<OrderAgainDto> {
    return this.orders.again(actor, number);
  }
}

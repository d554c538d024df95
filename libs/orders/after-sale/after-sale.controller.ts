import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public, Who, type Actor } from '@choxa/platform';
import { OrderQuery } from '../order-pages/order.dto.js';
import { AfterSaleDto } from './after-sale.dto.js';
import { AfterSale } from './after-sale.query.js';

@ApiTags('orders')
@Controller('orders/:number/after-sale')
export class AfterSaleController {
  constructor(private readonly afterSale: AfterSale) {}

  @Get()
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: AfterSaleDto })
  async of(@Who() actor: Actor | null, @Param('number') number: string, @Query() { key }: OrderQuery): Promise<AfterSaleDto> {
    return this.afterSale.of(actor, number, key);
  }
}

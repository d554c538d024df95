import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@choxa/platform';
import { LookUpOrder } from './look-up-order.js';
import { AskOrderCodeDto, FoundOrderDto, LookUpOrderDto, OrderCodeSentDto } from './look-up-order.dto.js';

/** Finding an order again without an account and without its link. */
@ApiTags('orders')
@Controller('order-look-ups')
export class LookUpOrderController {
  constructor(private readonly lookUp: LookUpOrder) {}

  @Post('codes')
  @Public()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: OrderCodeSentDto })
  async sendCode(@Body() body: AskOrderCodeDto): Promise<OrderCodeSentDto> {
    return { expiresAt: (await this.lookUp.sendCode(body)).toISOString() };
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: FoundOrderDto })
  async find(@Body() body: LookUpOrderDto): Promise<FoundOrderDto> {
    return this.lookUp.run(body);
  }
}

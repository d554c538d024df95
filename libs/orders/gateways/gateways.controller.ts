import { Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OneOf, Public, RawBody } from '@choxa/platform';
import { GATEWAY_OUTCOMES, type GatewayOutcome } from './gateway-notice.entity.js';
import { ReceiveGatewayNotice } from './receive-gateway-notice.js';

class GatewayNoticeDto {
  @OneOf(GATEWAY_OUTCOMES, { description: 'The same for every try to deliver the notice' }) outcome: GatewayOutcome;
}

@ApiTags('payments')
@Controller('payment-gateways')
export class GatewaysController {
  constructor(private readonly receive: ReceiveGatewayNotice) {}

  /** Webhook of a payment service, signed as Standard Webhooks says. */
  @Post(':gateway/webhooks')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: GatewayNoticeDto })
  async webhook(
    @Param('gateway') gateway: string,
    @Headers('webhook-id') id = '',
    @Headers('webhook-timestamp') timestamp = '',
    @Headers('webhook-signature') signature = '',
    @RawBody() body: Buffer,
  ): Promise<GatewayNoticeDto> {
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    return { outcome: await this.receive.run(gateway, headers, body) };
  }
}

import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can, Public, Who, type Actor } from '@choxa/platform';
import { OrderQuery } from '../order-pages/order.dto.js';
import { BuyerPayments } from './buyer-payments.query.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentsDto } from './payment.dto.js';

@ApiTags('payments')
@Controller()
export class PaymentsController {
  constructor(
    private readonly buyerPayments: BuyerPayments,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  @Get('orders/:number/payments')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PaymentsDto })
  async ofOrder(@Who() actor: Actor | null, @Param('number') number: string, @Query() { key }: OrderQuery): Promise<PaymentsDto> {
    return { data: await this.buyerPayments.ofOrder(actor, number, key) };
  }

  /** A VietQR code that any bank's app reads: account, amount and reference filled in. */
  @Get('orders/:number/payments/:id/qr.svg')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'image/svg+xml')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async qr(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
  ): Promise<string> {
    return this.buyerPayments.qrSvg(actor, number, key, id);
  }

  /** "Đã nhận được tiền": the household has seen the transfer in its bank account. */
  @Post('seller-orders/:id/payment-receipt')
  @Can('payment.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.confirmPayment.run(actor, id);
  }
}

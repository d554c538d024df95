import { Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Can, Config, Database, Public, Who, type Actor } from '@choxa/platform';
import { holderOf } from '../cart/cart-cookie.js';
import { ReadCart } from '../cart/read-cart.query.js';
import { OrderQuery } from '../order-pages/order.dto.js';
import { BuyerPayments } from './buyer-payments.query.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentMethodsDto, PaymentsDto } from './payment.dto.js';
import { PaymentMethods } from './payment-methods.js';

@ApiTags('payments')
@Controller()
export class PaymentsController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly readCart: ReadCart,
    private readonly methods: PaymentMethods,
    private readonly buyerPayments: BuyerPayments,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  /** How the caller's cart can be paid. */
  @Get('cart/payment-methods')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PaymentMethodsDto })
  async offered(@Who() actor: Actor | null, @Req() request: FastifyRequest): Promise<PaymentMethodsDto> {
    const lines = await this.readCart.lines(holderOf(request, actor, this.config));
    const householdIds = new Set(lines.flatMap(({ pack }) => (pack ? [pack.householdId] : [])));
    return { data: await this.methods.offered(this.db.read, [...householdIds]) };
  }

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

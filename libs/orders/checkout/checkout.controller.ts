import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, DEVICE_COOKIE, IdempotencyKey, Public, readCookie, Who, type Actor } from '@choxa/platform';
import { cartIdOf, holderOf } from '../cart/cart-cookie.js';
import { PlacedOrderDto, PlaceOrderDto } from './place-order.dto.js';
import { PlaceOrder } from './place-order.js';

@ApiTags('orders')
@Controller('orders')
export class CheckoutController {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly config: Config,
  ) {}

  /** Orders what is in the caller's cart, as a guest or an account. */
  @Post()
  @Public({ who: true })
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: PlacedOrderDto })
  async place(
    @Who() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @IdempotencyKey() idempotencyKey: string,
    @Body() input: PlaceOrderDto,
  ): Promise<string> {
    const { config } = this;
    const deviceId = readCookie(request, config.publicUrl, DEVICE_COOKIE) ?? null;
    const answer = await this.placeOrder.run({ actor, cartId: cartIdOf(request, config), deviceId, idempotencyKey, input });
    void reply.type('application/json; charset=utf-8');
    return answer;
  }

  /** The answer to an order placed with this Idempotency-Key, for a shopper who never saw it; `not-found` when none was. */
  @Get('placed')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: PlacedOrderDto })
  async placed(
    @Who() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @IdempotencyKey() idempotencyKey: string,
  ): Promise<string> {
    const answer = await this.placeOrder.placed(holderOf(request, actor, this.config), idempotencyKey);
    void reply.type('application/json; charset=utf-8');
    return answer;
  }
}

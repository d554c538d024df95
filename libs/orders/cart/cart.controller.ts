import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CART_COOKIE, clearCookie, Config, Public, setCookie, Who, type Actor } from '@choxa/platform';
import { AcceptChanges } from './accept-changes.js';
import { AddToCartDto, CartDto, CartQuery, CounterOfficesDto, CounterOfficesQuery, SetCartLineDto } from './cart.dto.js';
import { cartIdOf, holderOf } from './cart-cookie.js';
import { CartOffices } from './cart-offices.query.js';
import { ChangeCart } from './change-cart.js';
import { MergeCarts } from './merge-carts.js';
import { ShowCart } from './show-cart.query.js';

const A_MONTH_SECONDS = 30 * 24 * 3600;

/** The shopper's cart: a guest's belongs to whoever holds its cookie, an account's to the account. */
@ApiTags('orders')
@Controller('cart')
export class CartController {
  constructor(
    private readonly showCart: ShowCart,
    private readonly changeCart: ChangeCart,
    private readonly mergeCarts: MergeCarts,
    private readonly acceptChanges: AcceptChanges,
    private readonly cartOffices: CartOffices,
    private readonly config: Config,
  ) {}

  @Get()
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CartDto })
  async read(@Who() actor: Actor | null, @Req() request: FastifyRequest, @Query() query: CartQuery): Promise<CartDto> {
    return this.showCart.run(holderOf(request, actor, this.config), query.province ?? null);
  }

  @Post('lines')
  @Public({ who: true })
  @HttpCode(200)
  @ApiOkResponse({ type: CartDto })
  async add(
    @Who() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: AddToCartDto,
  ): Promise<CartDto> {
    const id = await this.changeCart.add(holderOf(request, actor, this.config), body.packId, body.quantity);
    return this.answer(actor, id, reply);
  }

  @Put('lines/:packId')
  @Public({ who: true })
  @ApiOkResponse({ type: CartDto })
  async set(
    @Who() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('packId', ParseUUIDPipe) packId: string,
    @Body() body: SetCartLineDto,
  ): Promise<CartDto> {
    const id = await this.changeCart.set(holderOf(request, actor, this.config), packId, body.quantity);
    return this.answer(actor, id, reply);
  }

  /** Counters of post offices that could keep all that is in the cart. None where several operators carry it, or the post cannot be asked. */
  @Get('offices')
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CounterOfficesDto })
  async offices(
    @Who() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Query() query: CounterOfficesQuery,
  ): Promise<CounterOfficesDto> {
    return { data: await this.cartOffices.near(holderOf(request, actor, this.config), query), next: null };
  }

  /** Takes the cart as it can be had now: fewer, at new prices, without what is not sold any more. */
  @Post('acceptance')
  @Public({ who: true })
  @HttpCode(200)
  @ApiOkResponse({ type: CartDto })
  async accept(@Who() actor: Actor | null, @Req() request: FastifyRequest): Promise<CartDto> {
    const holder = holderOf(request, actor, this.config);
    await this.acceptChanges.run(holder);
    return this.showCart.run(holder, null);
  }

  /** Called by whoever has just signed in: the cart of the cookie goes into the account's. */
  @Post('merging')
  @Can('cart.merge')
  @HttpCode(200)
  @ApiOkResponse({ type: CartDto })
  async merge(@Who() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CartDto> {
    return this.answer(actor, await this.mergeCarts.run(actor.accountId, cartIdOf(request, this.config)), reply);
  }

  /** A guest's cart is found by its cookie; an account's by the account, so that nothing is left on a shared phone. */
  private async answer(actor: Actor | null, cartId: string, reply: FastifyReply): Promise<CartDto> {
    if (actor) clearCookie(reply, this.config.publicUrl, CART_COOKIE);
    else setCookie(reply, this.config.publicUrl, CART_COOKIE, cartId, A_MONTH_SECONDS);
    return this.showCart.run(actor ? { cartId: null, accountId: actor.accountId } : { cartId, accountId: null }, null);
  }
}

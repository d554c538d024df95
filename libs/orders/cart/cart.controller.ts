import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, Public, setCookie, CART_COOKIE } from '@choxa/platform';
import { AddToCartDto, CartDto, CartQuery, SetCartLineDto } from './cart.dto.js';
import { cartIdOf } from './cart-cookie.js';
import { toCartDto } from './cart.mapper.js';
import { ChangeCart } from './change-cart.js';
import { ReadCart } from './read-cart.query.js';

const A_MONTH_SECONDS = 30 * 24 * 3600;

/** The shopper's cart; whoever holds its cookie holds it. */
@ApiTags('orders')
@Controller('cart')
export class CartController {
  constructor(
    private readonly readCart: ReadCart,
    private readonly changeCart: ChangeCart,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: CartDto })
  async read(@Req() request: FastifyRequest, @Query() query: CartQuery): Promise<CartDto> {
    return this.shown(cartIdOf(request, this.config), query.province ?? null);
  }

  @Post('lines')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: CartDto })
  async add(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: AddToCartDto): Promise<CartDto> {
    const id = await this.changeCart.add(cartIdOf(request, this.config), body.packId, body.quantity);
    return this.answer(id, reply);
  }

  @Put('lines/:packId')
  @Public()
  @ApiOkResponse({ type: CartDto })
  async set(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('packId', ParseUUIDPipe) packId: string,
    @Body() body: SetCartLineDto,
  ): Promise<CartDto> {
    const id = await this.changeCart.set(cartIdOf(request, this.config), packId, body.quantity);
    return this.answer(id, reply);
  }

  private async answer(cartId: string, reply: FastifyReply): Promise<CartDto> {
    setCookie(reply, this.config.publicUrl, CART_COOKIE, cartId, A_MONTH_SECONDS);
    return this.shown(cartId, null);
  }

  private async shown(cartId: string | null, province: string | null): Promise<CartDto> {
    const lines = await this.readCart.lines(cartId);
    return toCartDto(lines, await this.readCart.quoted(await this.readCart.parts(lines), province));
  }
}

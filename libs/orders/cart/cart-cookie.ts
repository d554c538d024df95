import type { FastifyRequest } from 'fastify';
import { CART_COOKIE, readCookie, type Actor, type Config } from '@choxa/platform';
import type { CartHolder } from './cart-holder.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The cart's id from the caller's cookie; null without one or with a text that cannot be one. */
export function cartIdOf(request: FastifyRequest, config: Config): string | null {
  const value = readCookie(request, config.publicUrl, CART_COOKIE);
  return value && UUID.test(value) ? value : null;
}

/** Whose cart a request is about. */
export function holderOf(request: FastifyRequest, actor: Actor | null, config: Config): CartHolder {
  return { cartId: cartIdOf(request, config), accountId: actor?.accountId ?? null };
}

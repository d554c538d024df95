import type { FastifyRequest } from 'fastify';

/**
 * The address a request came from, as the storefront in front of us saw it. Whoever reaches the API itself can claim another, so it only spreads a
 * limit; what protects is the limit per product.
 */
export function senderOf(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const forwarded = [request.headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim();
  return forwarded || request.ip;
}

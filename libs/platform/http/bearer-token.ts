import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …` (RFC 6750), or undefined when the request carries none. */
export function bearerToken({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}

import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * False for an unsafe request that another site may have caused: it needs `Sec-Fetch-Site: same-origin | none`, else an `Origin` equal to
 * ours; a request with neither is refused (promises.md, design rules). Browsers send one of the two on every unsafe request.
 */
export function isSameSite(request: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): boolean {
  if (SAFE.has(request.method)) return true;
  // A webhook proves itself. No site can make a browser send this header to another, and without a cookie there is nothing to borrow.
  if (request.headers['webhook-signature'] !== undefined && request.headers.cookie === undefined) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return request.headers.origin === new URL(publicUrl).origin;
}

import type { FastifyRequest } from 'fastify';
import { isPublicAddress } from '../fetch/public-address.js';

/**
 * Whose network a request came from, for limits per caller. Behind our own pages, which run on this machine or in its private network, it is the
 * caller they name; else the other end of the connection, whatever it claims. An IPv6 caller counts with its whole network of 64 bits. Null for a
 * program next to us that speaks for itself.
 */
export function callerAddress({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): string | null {
  const peer = plain(ip);
  if (isPublicAddress(peer)) return networkOf(peer);
  const named = [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim();
  return named ? networkOf(plain(named)) : null;
}

/** An IPv4 address that came in its IPv6 form, as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head, tail] = address.toLowerCase().split('::') as [string, string | undefined];
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return `${[...first, ...Array.from({ length: missing }, () => '0'), ...last].slice(0, 4).join(':')}::/64`;
}

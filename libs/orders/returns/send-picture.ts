import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** For the API's document. */
export const WEBP = { description: 'WebP', content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } } as const;

/** A picture of our own making that only some may see. */
export function sendPicture(reply: FastifyReply, { stream, size }: { stream: Readable; size: number }): void {
  void reply
    .header('Content-Type', 'image/webp')
    .header('Content-Length', size)
    .header('Cache-Control', 'private, no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .send(stream);
}

import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { platformProblem } from '../errors/problem.js';

type RawRequest = FastifyRequest & { rawBody?: Buffer };

/** Keeps the bytes of bodies sent to addresses that `isWanted`, because a signature is over bytes, not over what they mean. */
export function keepRawBodies(server: FastifyInstance, isWanted: (url: string) => boolean, maxBytes: number): void {
  server.addHook('preParsing', async (request, _reply, payload) => {
    if (!isWanted(request.url)) return payload;
    const bytes = await read(payload as Readable, maxBytes);
    (request as RawRequest).rawBody = bytes;
    return Object.assign(Readable.from([bytes]), { receivedEncodedLength: bytes.length });
  });
}

async function read(payload: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw platformProblem('request.too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The bytes of the request's body, where they are kept; else none. */
export const RawBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  return context.switchToHttp().getRequest<RawRequest>().rawBody ?? Buffer.alloc(0);
});

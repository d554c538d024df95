import { createParamDecorator, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { platformProblem } from '../errors/problem.js';

const REVISION = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * The revision its caller last saw (`If-Match: "7"`), or null where they do not insist on one. What changes a thing that two may edit compares
 * it and throws `request.outdated`. Throws `request.malformed` for a tag we never gave.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return null;
  const revision = REVISION.exec(header)?.[1];
  if (!revision) throw platformProblem('request.malformed', { detail: 'If-Match' });
  return Number(revision);
});

/** Gives every answer that has a `revision` its `ETag`. */
@Injectable()
export class TagRevision implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: { revision?: unknown } | undefined) => {
        if (typeof answer?.revision === 'number') void reply.header('ETag', `"${answer.revision}"`);
      }),
    );
  }
}

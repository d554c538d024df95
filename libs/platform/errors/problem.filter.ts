import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logger } from '../logging/logger.js';
import { Problem, platformProblem } from './problem.js';

/** Turns every failure into problem+json; what nobody expected becomes a 500 that tells nothing and is logged whole. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendProblem(asProblem(error, request), request, reply);
  }
}

/** Writes `problem` as RFC 9457 JSON, its text in the language the client prefers (vi unless it asks for en). */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { status, vi, en } = problem.kind;
  const english = prefersEnglish(request.headers['accept-language']);
  if (problem.options.retryAfterSeconds) void reply.header('Retry-After', problem.options.retryAfterSeconds);
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Content-Language', english ? 'en' : 'vi')
    .send({
      type: `urn:choxa:problem:${problem.code}`,
      title: english ? en : vi,
      status,
      detail: problem.options.detail ?? (english ? en : vi),
      code: problem.code,
      errors: problem.options.errors ?? [],
      requestId: request.id,
    });
}

export function prefersEnglish(header: string | undefined): boolean {
  const first = header?.split(',').find((part) => /^\s*(vi|en)\b/i.test(part));
  return /^\s*en\b/i.test(first ?? '');
}

/** The `Problem` that stands for any thrown thing. */
export function asProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return ofStatus(error.getStatus(), error.message);
  const { code, statusCode, message, syscall } = error as { code?: string; statusCode?: number; message?: string; syscall?: string };
  const sqlState = (error as { driverError?: { code?: string } }).driverError?.code ?? code;
  // 22P02/22P05/22021: a text Postgres cannot read (bad uuid, NUL byte): the client's fault, never a 500.
  if (sqlState && ['22P02', '22P05', '22021', '22003', '22007', '22008'].includes(sqlState)) return platformProblem('request.malformed');
  // 40001/40P01 after all tries, 55P03 lock wait over, 57014 statement cancelled, 57P01/57P03 database restarting, 53300 too many connections.
  if (
    (sqlState && ['40001', '40P01', '55P03', '57014', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'].includes(sqlState)) ||
    // A server that is not running has no socket.
    (code === 'ENOENT' && syscall === 'connect') ||
    /timeout exceeded when trying to connect|Connection terminated|connection timeout/i.test(message ?? '')
  ) {
    logger.warn({ err: error, requestId: request.id }, 'database busy or away');
    return platformProblem('service.busy', { retryAfterSeconds: 1 });
  }
  if (statusCode && statusCode < 500) return ofStatus(statusCode, message ?? '');
  logger.error({ err: error, requestId: request.id, method: request.method, url: request.url }, 'unexpected failure');
  return platformProblem('internal');
}

function ofStatus(status: number, message: string): Problem {
  if (status === 404) return platformProblem('not-found');
  if (status === 413) return platformProblem('request.too-large');
  if (status === 415 || status === 406) return platformProblem('request.media-type');
  if (status === 401) return platformProblem('auth.required');
  if (status === 403) return platformProblem('auth.forbidden');
  if (status < 500) return platformProblem('request.malformed', { detail: message });
  return platformProblem('internal');
}

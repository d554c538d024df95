import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asProblem, sendProblem } from '../errors/problem.filter.js';
import { measureRequests } from '../health/metrics.js';
import { keepRawBodies } from '../http/raw-body.js';
import { validationPipe } from '../http/validation.js';
import { nestLogger } from '../logging/logger.js';
import { serveDocs } from '../openapi/openapi.js';
import { placeRoutes } from './routes.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** One picture from a phone; anything larger is refused while it streams. */
const MAX_FILE_BYTES = 15 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
/** Where others send what they sign. */
const WEBHOOKS = /^\/api\/v1\/[^?]*\/webhooks(?:\?|$)/;

/** Builds the HTTP server of a root module: security headers, cookies, uploads, validation, docs. It does not listen yet. */
export async function createServer(root: DynamicModule, { docs = true } = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    trustProxy: false,
    disableRequestLogging: true,
    routerOptions: { maxParamLength: 300 },
    // An address that cannot be decoded never reaches a route, nor its filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(asProblem(error, request), request, reply.headers(SECURITY_HEADERS)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: nestLogger, abortOnError: false });
  await app.register(cookie as never);
  await app.register(multipart as never, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10 } });
  const server = adapter.getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(SECURITY_HEADERS);
    if (request.url.startsWith('/api/docs')) void reply.header('Content-Security-Policy', DOCS_POLICY);
    done();
  });
  // JSON under the names of linked data, as EPCIS sends it.
  server.addContentTypeParser('application/ld+json', { parseAs: 'string' }, server.getDefaultJsonParser('error', 'error'));
  keepRawBodies(server as never, (url) => WEBHOOKS.test(url), MAX_BODY_BYTES);
  measureRequests(server as never);
  placeRoutes(app);
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  if (docs) serveDocs(app);
  return app;
}

const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Swagger UI: its own scripts and pictures from us, and the style attributes it writes. */
const DOCS_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

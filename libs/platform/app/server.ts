import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod, VersioningType, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config.js';
import { measureRequests } from '../health/metrics.js';
import { validationPipe } from '../http/validation.js';
import { nestLogger } from '../logging/logger.js';
import { serveDocs } from '../openapi/openapi.js';

const MAX_BODY_BYTES = 1024 * 1024;
/** One picture from a phone; anything larger is refused while it streams. */
const MAX_FILE_BYTES = 15 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;

/** Builds the HTTP server of a root module: security headers, cookies, uploads, validation, docs. It does not listen yet. */
export async function createServer(root: DynamicModule, { docs = true } = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    trustProxy: false,
    disableRequestLogging: true,
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: nestLogger, abortOnError: false });
  await app.register(cookie as never);
  await app.register(multipart as never, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10 } });
  const server = adapter.getInstance();
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(SECURITY_HEADERS);
    done();
  });
  measureRequests(server as never);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET })) });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  if (docs) serveDocs(app, app.get(Config));
  return app;
}

const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

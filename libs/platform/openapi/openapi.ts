import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { placeRoutes } from '../app/routes.js';
import { requireAnswers } from './require-answers.js';

/** The OpenAPI 3.1 document of a built server, the same for the same code: no host, no time in it. */
function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Chợ Xã')
    .setDescription('An open marketplace for OCOP goods, run by the post. Errors are RFC 9457 problem+json with a `code`.')
    .setVersion('1')
    .addCookieAuth('phien')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, `cxk_…`' })
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return requireAnswers(document);
}

/** The document of a root module without starting it: nothing is instantiated, no database is asked. */
export async function describeApi(root: DynamicModule): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  placeRoutes(app);
  return documentOf(app);
}

/** `/api/openapi.json` and Swagger UI at `/api/docs`, its assets served by us. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml' });
}

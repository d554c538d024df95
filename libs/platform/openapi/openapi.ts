import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../config/config.js';

/** The OpenAPI 3.1 document of a built server, the same for the same code: no host, no time in it. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Chợ Xã')
    .setDescription('An open marketplace for OCOP goods, run by the post. Errors are RFC 9457 problem+json with a `code`.')
    .setVersion('1')
    .addCookieAuth('phien')
    .build();
  return SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** `/api/openapi.json` and Swagger UI at `/api/docs`, its assets served by us. */
export function serveDocs(app: NestFastifyApplication, _config: Config): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

import { RequestMethod, VersioningType } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OPERATIONS = ['health/live', 'health/ready', 'metrics'];

/** Everything lies under `/api/v1`, except what operators ask. */
export function placeRoutes(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api', { exclude: OPERATIONS.map((path) => ({ path, method: RequestMethod.GET })) });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}

import { Controller, Get, Header, HttpCode, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database.js';
import { Public } from '../guard/policies.js';
import { metrics } from './metrics.js';

/** For whoever runs us: alive, ready to serve, and figures for Prometheus. */
@ApiExcludeController()
@Controller({ path: '/', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('health/live')
  @Public()
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when the database answers, else 503. */
  @Get('health/ready')
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await this.db.read.query('select 1');
      await reply.status(200).send({ status: 'ready' });
    } catch {
      await reply.status(503).header('Retry-After', 1).send({ status: 'database away' });
    }
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    return metrics.metrics();
  }
}

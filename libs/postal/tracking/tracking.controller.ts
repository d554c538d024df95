import { Controller, Get, Header, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerAddress, Public } from '@choxa/platform';
import { TrackingDto } from './tracking.dto.js';
import { TrackingLimit } from './tracking-limit.js';
import { Tracking } from './tracking.query.js';
import { TrackingStreams } from './tracking-streams.js';

@ApiTags('tracking')
@Controller('parcels')
export class TrackingController {
  constructor(
    private readonly tracking: Tracking,
    private readonly streams: TrackingStreams,
    private readonly limit: TrackingLimit,
  ) {}

  /** Where a parcel is: status and province, nothing about people or money. */
  @Get(':number')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: TrackingDto })
  async one(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrackingDto> {
    this.count(request, reply);
    return this.tracking.of(number);
  }

  /** The same, live: server-sent events named `status`; ends when the journey is over. */
  @Get(':number/events')
  @Public()
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Server-sent events named `status`, each with the same JSON as the look-up' })
  async live(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastSeen?: string,
  ): Promise<void> {
    this.count(request, reply);
    const open = () => {
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // nginx would otherwise keep the events until its buffer is full.
        'X-Accel-Buffering': 'no',
      });
      return { write: (text: string) => void reply.raw.write(text), end: () => void reply.raw.end() };
    };
    const { stop } = await this.streams.start(number, open, lastSeen);
    reply.raw.on('close', stop);
    // The reader may have gone while we were asking the database.
    if (reply.raw.destroyed) stop();
  }

  private count(request: FastifyRequest, reply: FastifyReply): void {
    const caller = callerAddress(request);
    if (caller) void reply.header('RateLimit', this.limit.take(caller));
  }
}

import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Who, type Actor } from '@choxa/platform';
import { toCsv } from './csv.rules.js';
import { EventFeed } from './event-feed.js';
import { ParcelEventsDto, ParcelEventsQuery, toParcelEventDto, toParcelEventsDto, type ParcelEventDto } from './event-feed.dto.js';

const USUAL_LIMIT = 200;
const COLUMNS: readonly (keyof ParcelEventDto)[] = [
  'id',
  'number',
  'reference',
  'operatorCode',
  'code',
  'eventTime',
  'recordedAt',
  'officeCode',
  'officeName',
  'provinceCode',
  'reason',
  'nextAction',
];

@ApiTags('post: senders')
@Controller('post')
export class EventFeedController {
  constructor(private readonly feed: EventFeed) {}

  /** Events of the caller's parcels: a sender's own, a manager's all, in the sequence in which they were recorded; half a minute late. */
  @Get('events')
  @Can('postal.event.read')
  @ApiOkResponse({ type: ParcelEventsDto })
  async events(@Who() actor: Actor, @Query() { since, limit = USUAL_LIMIT }: ParcelEventsQuery): Promise<ParcelEventsDto> {
    return toParcelEventsDto(await this.feed.read(actor, since, limit));
  }

  /** The same as CSV; the cursor of the next reading stands in the header `Next-Since`. */
  @Get('events.csv')
  @Can('postal.event.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="events.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'One line per event, under the names of the JSON fields' })
  async csv(
    @Who() actor: Actor,
    @Query() { since, limit = USUAL_LIMIT }: ParcelEventsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { events, next } = await this.feed.read(actor, since, limit);
    if (next) void reply.header('Next-Since', next);
    return toCsv(COLUMNS, events.map(toParcelEventDto));
  }
}

import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, Can, Clock, Config, Database, platformProblem, prefersEnglish, Who } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { CaptureEvents } from './capture-events.js';
import { CaptureEntity } from './capture.entity.js';
import { EpcisEvents } from './epcis-events.query.js';
import { CaptureDto, EpcisEventsQuery, toCaptureDto } from './epcis.dto.js';
import { ExportLotHistory } from './export-lot-history.js';
import { epcisContext, type EpcisJson } from './lot-events.rules.js';

const JSON_LD = 'application/ld+json; charset=utf-8';
const EPCIS_JSON = { 'application/ld+json': { schema: { type: 'object' as const, additionalProperties: true } } };

/** Histories of lots as EPCIS 2.0 documents, out and in. */
@ApiTags('epcis')
@Controller()
export class EpcisController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly exportLotHistory: ExportLotHistory,
    private readonly captureEvents: CaptureEvents,
    private readonly epcisEvents: EpcisEvents,
  ) {}

  @Get('lots/:id/epcis')
  @Can('epcis.export')
  @ApiOkResponse({ description: 'EPCISDocument', content: EPCIS_JSON })
  async export(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.exportLotHistory.run(actor, lotId));
  }

  @Get('epcis/events')
  @Can('epcis.query')
  @ApiOkResponse({ description: 'EPCISQueryDocument; the next page is in the Link header', content: EPCIS_JSON })
  async events(@Who() actor: Actor, @Query() query: EpcisEventsQuery, @Res() reply: FastifyReply): Promise<void> {
    const { events, next } = await this.epcisEvents.find(this.db.read, actor, query);
    if (next) {
      const asked = Object.entries({ ...query, nextPageToken: next }).filter(([, value]) => value !== undefined);
      const parameters = new URLSearchParams(Object.fromEntries(asked.map(([name, value]) => [name, String(value)])));
      void reply.header('Link', `<${this.config.publicUrl}/api/v1/epcis/events?${parameters}>; rel="next"`);
    }
    await send(reply, {
      '@context': epcisContext(this.config.publicUrl),
      type: 'EPCISQueryDocument',
      schemaVersion: '2.0',
      creationDate: toLocalTimestamp(this.clock.now()),
      epcisBody: { queryResults: { queryName: 'SimpleEventQuery', resultsBody: { eventList: events } } },
    });
  }

  @Post('epcis/capture')
  @Can('epcis.capture')
  @HttpCode(202)
  @ApiHeader({ name: 'GS1-Capture-Error-Behaviour', required: false, schema: { type: 'string', enum: ['proceed', 'rollback'] } })
  @ApiBody({ description: 'EPCISDocument of at most 500 events', schema: { type: 'object', additionalProperties: true } })
  @ApiAcceptedResponse({ type: CaptureDto })
  async capture(
    @Who() actor: Actor,
    @Body() document: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('gs1-capture-error-behaviour') behaviour?: string,
    @Headers('accept-language') language?: string,
  ): Promise<CaptureDto> {
    const capture = await this.captureEvents.run(actor, document, behaviour === 'rollback' ? 'rollback' : 'proceed');
    void reply.header('Location', `/api/v1/epcis/capture/${capture.id}`);
    return toCaptureDto(capture, prefersEnglish(language) ? 'en' : 'vi');
  }

  @Get('epcis/capture/:id')
  @Can('epcis.capture')
  @ApiOkResponse({ type: CaptureDto })
  async job(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<CaptureDto> {
    const capture = await this.db.read.findOneBy(CaptureEntity, { id, accountId: actor.accountId });
    if (!capture) throw platformProblem('not-found');
    return toCaptureDto(capture, prefersEnglish(language) ? 'en' : 'vi');
  }
}

async function send(reply: FastifyReply, document: EpcisJson): Promise<void> {
  await reply.header('GS1-EPCIS-Version', '2.0.0').header('GS1-CBV-Version', '2.0.0').type(JSON_LD).send(JSON.stringify(document));
}

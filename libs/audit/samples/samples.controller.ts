import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Database, PageQuery, Who, type Actor } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { DrawSample } from './draw-sample.js';
import { SampleFrames } from './sample-frames.js';
import { readSampleResult } from './sample-result.query.js';
import { DrawSampleDto, SampleDto, SampleItemsDto, SampleResultDto, SamplesDto } from './samples.dto.js';
import { toSampleDto, toSampleItemDto, toSampleResultDto } from './samples.mapper.js';
import { listSampleItems, listSamples, sampleOf } from './samples.query.js';

@ApiTags('audit')
@Controller('audit/samples')
export class SamplesController {
  constructor(
    private readonly db: Database,
    private readonly drawSample: DrawSample,
    private readonly frames: SampleFrames,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: SamplesDto })
  list(@Who() actor: Actor, @Query() query: PageQuery): Promise<SamplesDto> {
    return listSamples(this.db.read, actor, query, (row) => toSampleDto(row, actor.accountId));
  }

  /** Draws at random from the products traded in a period and area; the same seed and frame give the same sample. */
  @Post()
  @Can('audit.sample.draw')
  @ApiCreatedResponse({ type: SampleDto })
  async draw(@Who() actor: Actor, @Body() body: DrawSampleDto): Promise<SampleDto> {
    return this.one(actor, await this.drawSample.run(actor, body));
  }

  @Get(':id')
  @Can('audit.read')
  @ApiOkResponse({ type: SampleDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SampleDto> {
    return toSampleDto(await sampleOf(this.db.read, areaOf(actor), id), actor.accountId);
  }

  /** The whole list at once, commune by commune: it goes into the field on a phone. */
  @Get(':id/items')
  @Can('audit.read')
  @ApiOkResponse({ type: SampleItemsDto })
  async items(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SampleItemsDto> {
    const rows = await listSampleItems(this.db.read, areaOf(actor), actor.accountId, id);
    return { data: rows.map((row) => toSampleItemDto(row, actor.accountId)), next: null };
  }

  /** Declared against audited share, with intervals. */
  @Get(':id/result')
  @Can('audit.read')
  @ApiOkResponse({ type: SampleResultDto })
  async result(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SampleResultDto> {
    const { drawnAt } = await sampleOf(this.db.read, areaOf(actor), id);
    return toSampleResultDto(drawnAt, await readSampleResult(this.db.read, areaOf(actor), id));
  }

  /** What was drawn from, as it was hashed: with the seed anybody can draw the sample again. */
  @Get(':id/frame')
  @Can('audit.read')
  @Header('Cache-Control', 'private, no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async frame(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.frames.text(actor, id);
    void reply
      .header('Content-Type', 'text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="khung-mau-${id}.csv"`)
      .send(text);
  }
}

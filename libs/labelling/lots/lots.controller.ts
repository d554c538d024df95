import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Config, Database, PageQuery, Who } from '@choxa/platform';
import { LotDto, LotListDto, MakeLotDto, RecordTraceEventDto, toLotDto, toTraceEventDto, TraceEventDto } from './lots.dto.js';
import { eventsOfLots, lotsOfPack } from './lots.query.js';
import { MakeLot } from './make-lot.js';
import { RecordTraceEvent } from './record-trace-event.js';

@ApiTags('labelling')
@Controller()
export class LotsController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly ownPacks: OwnPacks,
    private readonly makeLot: MakeLot,
    private readonly recordTraceEvent: RecordTraceEvent,
  ) {}

  @Get('household/packs/:id/lots')
  @Can('label.read')
  @ApiOkResponse({ type: LotListDto })
  async list(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Query() query: PageQuery): Promise<LotListDto> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const { data, next } = await lotsOfPack(this.db.read, packId, query);
    const events = await eventsOfLots(
      this.db.read,
      data.map((lot) => lot.id),
    );
    return { data: data.map((lot) => toLotDto(lot, events.get(lot.id) ?? [], this.config.publicUrl)), next };
  }

  @Post('packs/:id/lots')
  @Can('label.write')
  @ApiCreatedResponse({ type: LotDto })
  async make(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: MakeLotDto): Promise<LotDto> {
    return toLotDto(await this.makeLot.run(actor, packId, body), [], this.config.publicUrl);
  }

  @Post('lots/:id/trace-events')
  @Can('label.write')
  @ApiCreatedResponse({ type: TraceEventDto })
  async record(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Body() body: RecordTraceEventDto): Promise<TraceEventDto> {
    const occurredAt = body.occurredAt ? new Date(body.occurredAt) : null;
    return toTraceEventDto(await this.recordTraceEvent.run(actor, lotId, { ...body, occurredAt }));
  }
}

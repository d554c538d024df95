import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnPacks, uploadedImage } from '@choxa/catalogue';
import { Actor, Can, Config, Database, PageQuery, Uuid, Who, type UploadRequest } from '@choxa/platform';
import { AddEvidencePicture } from './add-evidence-picture.js';
import { AddLotInput } from './add-lot-input.js';
import { CorrectTraceEvent } from './correct-trace-event.js';
import { lotHistories } from './lot-histories.query.js';
import { LotEntity } from './lot.entity.js';
import {
  AddLotInputDto,
  CorrectTraceEventDto,
  EvidencePictureDto,
  LotDto,
  LotListDto,
  MakeLotDto,
  RecordTraceEventDto,
  toEvidencePictureDto,
  toLotDto,
} from './lots.dto.js';
import { lotsOfPack } from './lots.query.js';
import { MakeLot } from './make-lot.js';
import { requireOwnLot } from './own-lots.js';
import { RecordTraceEvent } from './record-trace-event.js';
import { TraceEventEntity } from './trace-event.entity.js';
import { WithdrawLotInput } from './withdraw-lot-input.js';

export class EvidenceQuery {
  @Uuid({ optional: true, description: 'The step it shows; the lot as such where none is given' }) event?: string;
}

/** A household's lots. Every change answers the whole lot as it is now. */
@ApiTags('labelling')
@Controller()
export class LotsController {
  // One collaborator per use case: this is the whole desk of a lot.
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly ownPacks: OwnPacks,
    private readonly makeLot: MakeLot,
    private readonly recordTraceEvent: RecordTraceEvent,
    private readonly correctTraceEvent: CorrectTraceEvent,
    private readonly addLotInput: AddLotInput,
    private readonly withdrawLotInput: WithdrawLotInput,
    private readonly addEvidencePicture: AddEvidencePicture,
  ) {}

  @Get('household/packs/:id/lots')
  @Can('label.read')
  @ApiOkResponse({ type: LotListDto })
  async list(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Query() query: PageQuery): Promise<LotListDto> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const { data, next } = await lotsOfPack(this.db.read, packId, query);
    return { data: await this.toDtos(data), next };
  }

  @Get('household/lots/:id')
  @Can('label.read')
  @ApiOkResponse({ type: LotDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string): Promise<LotDto> {
    const [lot] = await this.toDtos([await requireOwnLot(this.db.read, actor, lotId)]);
    return lot!;
  }

  @Post('packs/:id/lots')
  @Can('label.write')
  @ApiCreatedResponse({ type: LotDto })
  async make(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Body() body: MakeLotDto): Promise<LotDto> {
    const [lot] = await this.toDtos([await this.makeLot.run(actor, packId, body)]);
    return lot!;
  }

  @Post('lots/:id/trace-events')
  @Can('label.write')
  @ApiCreatedResponse({ type: LotDto })
  async record(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Body() body: RecordTraceEventDto): Promise<LotDto> {
    await this.recordTraceEvent.run(actor, lotId, toEventInput(body));
    return this.one(actor, lotId);
  }

  @Post('trace-events/:id/correction')
  @Can('label.write')
  @ApiCreatedResponse({ type: LotDto })
  async correct(@Who() actor: Actor, @Param('id', ParseUUIDPipe) eventId: string, @Body() body: CorrectTraceEventDto): Promise<LotDto> {
    const { reason, note, instead } = body;
    await this.correctTraceEvent.run(actor, eventId, { reason, note, instead: instead ? toEventInput(instead) : null });
    const { lotId } = await this.db.read.findOneByOrFail(TraceEventEntity, { id: eventId });
    return this.one(actor, lotId);
  }

  @Post('lots/:id/inputs')
  @Can('label.write')
  @ApiCreatedResponse({ type: LotDto })
  async addInput(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Body() body: AddLotInputDto): Promise<LotDto> {
    await this.addLotInput.run(actor, lotId, body);
    return this.one(actor, lotId);
  }

  @Delete('lots/:id/inputs/:input')
  @Can('label.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdrawInput(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) lotId: string,
    @Param('input', ParseUUIDPipe) inputLotId: string,
  ): Promise<void> {
    await this.withdrawLotInput.run(actor, lotId, inputLotId);
  }

  @Post('lots/:id/pictures')
  @Can('label.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: EvidencePictureDto })
  async addPicture(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) lotId: string,
    @Query() { event }: EvidenceQuery,
    @Req() request: UploadRequest,
  ): Promise<EvidencePictureDto> {
    return toEvidencePictureDto(await this.addEvidencePicture.run(actor, lotId, event ?? null, await uploadedImage(request)));
  }

  private async toDtos(lots: LotEntity[]): Promise<LotDto[]> {
    const histories = await lotHistories(
      this.db.read,
      lots.map(({ id }) => id),
    );
    return lots.map((lot) => toLotDto(lot, histories.get(lot.id)!, this.config.publicUrl));
  }
}

function toEventInput({ occurredAt, ...rest }: RecordTraceEventDto) {
  return { ...rest, occurredAt: occurredAt ? new Date(occurredAt) : null };
}

import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Database, Int, OneOf, Uuid, Who } from '@choxa/platform';
import { MOST_LABELS, PrintLabels } from '../printings/print-labels.js';
import { sendSheet } from '../printings/send-sheet.js';
import { LabelContents } from './label-contents.query.js';
import { LABEL_FORMATS, type LabelFormatName } from './label-format.js';
import { layoutLabel, type LabelLayout } from './label-layout.js';
import { labelPng, labelSvg } from './label-picture.js';

const USUAL_FORMAT: LabelFormatName = 'roll-50x30';

export class LabelPictureQuery {
  @OneOf(LABEL_FORMATS, { optional: true, description: `${USUAL_FORMAT} unless told` }) format?: LabelFormatName;
  @Uuid({ optional: true, description: 'Id of the lot; the one the pack is sold from where none is given' }) lot?: string;
}

export class LabelSheetQuery extends LabelPictureQuery {
  @Int({ min: 1, max: MOST_LABELS, optional: true, description: '1 unless told' }) copies?: number;
}

/** Labels of one pack: to print, and to look at before. */
@ApiTags('labelling')
@Controller('packs/:id')
export class LabelSheetController {
  constructor(
    private readonly db: Database,
    private readonly ownPacks: OwnPacks,
    private readonly contents: LabelContents,
    private readonly printLabels: PrintLabels,
  ) {}

  /** Handing out a file to print is what is recorded as a printing, as a reading of personal data is; nothing else changes. */
  @Get('label.pdf')
  @Can('label.print')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async print(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() { format = USUAL_FORMAT, lot, copies = 1 }: LabelSheetQuery,
    @Res() reply: FastifyReply,
  ) {
    await sendSheet(await this.printLabels.run(actor, { format, lines: [{ packId, lotId: lot ?? null, copies }] }), format, reply);
  }

  @Get('label.svg')
  @Can('label.read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async svg(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() query: LabelPictureQuery,
    @Res() reply: FastifyReply,
  ) {
    const body = labelSvg(await this.layout(actor, packId, query));
    await reply.header('Cache-Control', 'private, no-store').type('image/svg+xml; charset=utf-8').send(body);
  }

  @Get('label.png')
  @Can('label.read')
  @ApiProduces('image/png')
  @ApiOkResponse({ content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } })
  async png(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() query: LabelPictureQuery,
    @Res() reply: FastifyReply,
  ) {
    const body = await labelPng(await this.layout(actor, packId, query));
    await reply.header('Cache-Control', 'private, no-store').type('image/png').send(body);
  }

  private async layout(actor: Actor, packId: string, { format, lot }: LabelPictureQuery): Promise<LabelLayout> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const [label] = await this.contents.of(this.db.read, [{ packId, lotId: lot ?? null }]);
    return layoutLabel(label!.content, format ?? USUAL_FORMAT);
  }
}

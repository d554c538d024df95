import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, Can, Int, Uuid, Who } from '@choxa/platform';
import { LabelSheet } from './label-sheet.query.js';

export class LabelSheetQuery {
  @Uuid({ optional: true, description: 'Id of the lot; the one the pack is sold from where none is given' }) lot?: string;
  @Int({ min: 1, max: 500, optional: true, description: 'Labels, one per page; 1 unless told' }) copies?: number;
}

/** Labels to print and stick on packs. */
@ApiTags('labelling')
@Controller('packs/:id/label.pdf')
export class LabelSheetController {
  constructor(private readonly labelSheet: LabelSheet) {}

  @Get()
  @Can('label.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async print(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) packId: string,
    @Query() query: LabelSheetQuery,
    @Res() reply: FastifyReply,
  ) {
    const { pdf, fileName } = await this.labelSheet.of(actor, packId, query.lot ?? null, query.copies ?? 1);
    void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `inline; filename="${fileName}"`);
    await reply.type('application/pdf').send(pdf);
  }
}

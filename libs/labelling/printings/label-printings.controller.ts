import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OwnPacks } from '@choxa/catalogue';
import { Actor, Can, Database, PageQuery, Who } from '@choxa/platform';
import { LabelContents } from '../label-sheet/label-contents.query.js';
import { labellingProblem } from '../labelling.problems.js';
import { LabelPrintingDto, PackPrintingListDto, PrintLabelsDto, toLabelPrintingDto, toPackPrintingDto } from './label-printings.dto.js';
import { printingOf, printingsOfPack } from './label-printings.query.js';
import { PrintLabels } from './print-labels.js';
import { sendSheet } from './send-sheet.js';

/** Sheets of labels of several packs, and what was printed. */
@ApiTags('labelling')
@Controller('household')
export class LabelPrintingsController {
  constructor(
    private readonly db: Database,
    private readonly ownPacks: OwnPacks,
    private readonly contents: LabelContents,
    private readonly printLabels: PrintLabels,
  ) {}

  @Post('label-printings')
  @Can('label.print')
  @ApiCreatedResponse({ type: LabelPrintingDto })
  async print(@Who() actor: Actor, @Body() { format, lines }: PrintLabelsDto): Promise<LabelPrintingDto> {
    const wishes = lines.map(({ packId, lotId = null, copies }) => ({ packId, lotId, copies }));
    return toLabelPrintingDto(await this.printLabels.run(actor, { format, lines: wishes }));
  }

  /** The file of a printing. Where a number or lot has changed since, it is refused: a label always tells what is so today. */
  @Get('label-printings/:id/labels.pdf')
  @Can('label.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async file(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    const { printing, lines } = await printingOf(this.db.read, actor, id);
    const found = await this.contents.of(this.db.read, lines);
    if (found.some(({ number, lotId }, i) => number !== lines[i]!.number || lotId !== lines[i]!.lotId))
      throw labellingProblem('label.changed');
    const batches = found.map((label, i) => ({ ...label, copies: lines[i]!.copies }));
    await sendSheet({ ...printing, batches }, printing.format, reply);
  }

  @Get('packs/:id/label-printings')
  @Can('label.read')
  @ApiOkResponse({ type: PackPrintingListDto })
  async list(@Who() actor: Actor, @Param('id', ParseUUIDPipe) packId: string, @Query() query: PageQuery): Promise<PackPrintingListDto> {
    await this.ownPacks.require(this.db.read, actor, packId);
    const { data, next } = await printingsOfPack(this.db.read, packId, query);
    return { data: data.map(toPackPrintingDto), next };
  }
}

import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersFile, Can, CSV, sendFile, Who, XLSX, type Actor } from '@choxa/platform';
import { ExportTable } from './export-table.js';
import { ExportQueryDto } from './exports.dto.js';
import type { ExportFormat } from './make-file.js';

const TYPES: Record<ExportFormat, string> = { xlsx: XLSX, csv: CSV, pdf: 'application/pdf' };

/** Every table an official reads, as a file. */
@ApiTags('audit')
@Controller('audit/exports')
export class ExportsController {
  constructor(private readonly exportTable: ExportTable) {}

  @Get(':file')
  @Can('audit.read')
  @ApiParam({
    name: 'file',
    schema: { type: 'string' },
    description: 'Key of the table, or `report`, and `xlsx`, `csv` or `pdf`: `board.xlsx`',
  })
  @AnswersFile(...Object.values(TYPES))
  async file(@Who() actor: Actor, @Param('file') file: string, @Query() query: ExportQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const { name, format, bytes } = await this.exportTable.run(actor, file, query);
    await sendFile(reply, name, TYPES[format], bytes);
  }
}

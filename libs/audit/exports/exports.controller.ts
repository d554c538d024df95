import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Who, type Actor } from '@choxa/platform';
import { ExportTable } from './export-table.js';
import { ExportQueryDto } from './exports.dto.js';
import type { ExportFormat } from './make-file.js';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};
const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

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
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ content: Object.fromEntries(Object.values(TYPES).map((type) => [type, BINARY])) })
  async file(@Who() actor: Actor, @Param('file') file: string, @Query() query: ExportQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const { name, format, bytes } = await this.exportTable.run(actor, file, query);
    void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `attachment; filename="${name}"`);
    await reply.type(TYPES[format]).send(bytes);
  }
}

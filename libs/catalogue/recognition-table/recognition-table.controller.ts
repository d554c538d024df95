import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, Spreadsheets, Text, Who, type Actor } from '@choxa/platform';
import { ExportRecognitions } from './export-recognitions.js';
import { tableRows } from './recognition-table.rules.js';
import { recognitionSheets } from './recognition-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const fileAnswer = (type: string) => ApiOkResponse({ content: { [type]: { schema: { type: 'string', format: 'binary' } } } });

export class RecognitionTableQuery {
  @Text({ max: 7, pattern: /^20\d{2}-Q[1-4]$/, optional: true, description: 'The running one unless told', example: '2026-Q3' })
  quarter?: string;
}

/** The recognitions of an official's area in the fields of the ministry's OCOP table. */
@ApiTags('catalogue')
@Controller('recognitions')
export class RecognitionTableController {
  constructor(
    private readonly exportRecognitions: ExportRecognitions,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  @Get('export.xlsx')
  @Can('recognition.read')
  @ApiProduces(XLSX)
  @fileAnswer(XLSX)
  async workbook(@Who() actor: Actor, @Query() { quarter }: RecognitionTableQuery, @Res() reply: FastifyReply): Promise<void> {
    const table = await this.exportRecognitions.run(actor, quarter, 'xlsx');
    await send(reply, XLSX, `ocop-${table.quarter}.xlsx`, await this.spreadsheets.workbook(...recognitionSheets(table)));
  }

  @Get('export.csv')
  @Can('recognition.read')
  @ApiProduces(CSV)
  @fileAnswer(CSV)
  async csv(@Who() actor: Actor, @Query() { quarter }: RecognitionTableQuery, @Res() reply: FastifyReply): Promise<void> {
    const table = await this.exportRecognitions.run(actor, quarter, 'csv');
    await send(reply, CSV, `ocop-${table.quarter}.csv`, await this.spreadsheets.csv(tableRows(table)));
  }
}

async function send(reply: FastifyReply, type: string, name: string, bytes: Buffer | string): Promise<void> {
  void reply.header('Cache-Control', 'private, no-store').header('Content-Disposition', `attachment; filename="${name}"`);
  await reply.type(type).send(bytes);
}

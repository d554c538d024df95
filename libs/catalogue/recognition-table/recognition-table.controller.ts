import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersFile, Can, CSV, sendFile, Spreadsheets, Text, Who, XLSX, type Actor } from '@choxa/platform';
import { ExportRecognitions } from './export-recognitions.js';
import { tableRows } from './recognition-table.rules.js';
import { recognitionSheets } from './recognition-workbook.js';

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
  @AnswersFile(XLSX)
  async workbook(@Who() actor: Actor, @Query() { quarter }: RecognitionTableQuery, @Res() reply: FastifyReply): Promise<void> {
    const table = await this.exportRecognitions.run(actor, quarter, 'xlsx');
    await sendFile(reply, `ocop-${table.quarter}.xlsx`, XLSX, await this.spreadsheets.workbook(...recognitionSheets(table)));
  }

  @Get('export.csv')
  @Can('recognition.read')
  @AnswersFile(CSV)
  async csv(@Who() actor: Actor, @Query() { quarter }: RecognitionTableQuery, @Res() reply: FastifyReply): Promise<void> {
    const table = await this.exportRecognitions.run(actor, quarter, 'csv');
    await sendFile(reply, `ocop-${table.quarter}.csv`, CSV, await this.spreadsheets.csv(tableRows(table)));
  }
}

import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, AnswersFile, Can, sendFile, Spreadsheets, uploadedFile, Who, XLSX, type UploadRequest } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ImportSheet } from './import-sheet.js';
import { PreviewSheet } from './preview-sheet.js';
import { ProductSheetDto, SendSheetQuery, SheetRowsDto, SheetRowsQuery, toSheetDto, toSheetRowDto } from './product-sheets.dto.js';
import { ProductSheets } from './product-sheets.query.js';
import { faultyRowsSheet, templateSheets } from './sheet-workbooks.js';

/** Many products at once, from a spreadsheet: preview, then import. */
@ApiTags('catalogue')
@Controller('household/product-sheets')
export class ProductSheetsController {
  constructor(
    private readonly sheets: ProductSheets,
    private readonly previewSheet: PreviewSheet,
    private readonly importSheet: ImportSheet,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  @Get('template.xlsx')
  @Can('product.read-own')
  @AnswersFile(XLSX)
  async template(@Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, 'mau-san-pham.xlsx', XLSX, await this.spreadsheets.workbook(...templateSheets()));
  }

  @Post()
  @Can('product.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ProductSheetDto })
  async send(@Who() actor: Actor, @Query() { household }: SendSheetQuery, @Req() request: UploadRequest): Promise<ProductSheetDto> {
    const file = await uploadedFile(request);
    if (!file) throw problem('sheet.missing');
    const sheet = { householdId: household, fileName: file.name, bytes: file.bytes };
    return this.one(actor, await this.previewSheet.run(actor, sheet));
  }

  @Get(':id')
  @Can('product.read-own')
  @ApiOkResponse({ type: ProductSheetDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProductSheetDto> {
    return toSheetDto(await this.sheets.one(actor, id));
  }

  @Get(':id/rows')
  @Can('product.read-own')
  @ApiOkResponse({ type: SheetRowsDto })
  async rows(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: SheetRowsQuery): Promise<SheetRowsDto> {
    const { data, next } = await this.sheets.rows(actor, id, query);
    return { data: data.map(toSheetRowDto), next };
  }

  @Post(':id/import')
  @Can('product.write')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: ProductSheetDto })
  async import(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProductSheetDto> {
    await this.importSheet.run(actor, id);
    return this.one(actor, id);
  }

  @Get(':id/faulty-rows.xlsx')
  @Can('product.read-own')
  @AnswersFile(XLSX)
  async faultyRows(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.sheets.faultyRows(actor, id);
    await sendFile(reply, 'can-sua.xlsx', XLSX, await this.spreadsheets.workbook(faultyRowsSheet(rows)));
  }
}

import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AnswersFile,
  Can,
  Clock,
  CSV,
  sendFile,
  Spreadsheets,
  uploadedFile,
  Who,
  XLSX,
  type Actor,
  type UploadRequest,
} from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { managedOperator } from '../operators/managed-operators.js';
import { postalProblem } from '../postal.problems.js';
import { officeLines, officesSheet } from './export-offices.js';
import { ImportOffices } from './import-offices.js';
import {
  CoveragesDto,
  NewOfficeDto,
  OfficeFieldsDto,
  OfficeRegisterQuery,
  OfficeSheetDto,
  OperatorQuery,
  RegisteredOfficeDto,
  RegisteredOfficesDto,
  SendOfficesQuery,
  toOfficeRow,
  toOfficeSheetDto,
} from './office-register.dto.js';
import { OfficeRegister } from './office-register.query.js';
import { SaveOffice } from './save-office.js';

/** The register of an operator's offices, for its managers. */
@ApiTags('post')
@Controller('post/office-register')
export class OfficeRegisterController {
  constructor(
    private readonly register: OfficeRegister,
    private readonly importOffices: ImportOffices,
    private readonly saveOffice: SaveOffice,
    private readonly clock: Clock,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  @Get()
  @Can('postal.office.manage')
  @ApiOkResponse({ type: RegisteredOfficesDto })
  async list(@Who() actor: Actor, @Query() query: OfficeRegisterQuery): Promise<RegisteredOfficesDto> {
    return (await this.register.list(actor, query)) as RegisteredOfficesDto;
  }

  @Post()
  @Can('postal.office.manage')
  @ApiCreatedResponse({ type: RegisteredOfficeDto })
  async add(
    @Who() actor: Actor,
    @Body() { code, ...fields }: NewOfficeDto,
    @Headers('accept-language') language?: string,
  ): Promise<RegisteredOfficeDto> {
    const operatorId = managedOperator(actor, fields.operatorId);
    return (await this.saveOffice.add(actor, operatorId, toOfficeRow(code, fields), language)) as RegisteredOfficeDto;
  }

  /** The code stays; an office closes by its last day. */
  @Put('offices/:code')
  @Can('postal.office.manage')
  @ApiOkResponse({ type: RegisteredOfficeDto })
  async change(
    @Who() actor: Actor,
    @Param('code') code: string,
    @Body() fields: OfficeFieldsDto,
    @Headers('accept-language') language?: string,
  ): Promise<RegisteredOfficeDto> {
    const operatorId = managedOperator(actor, fields.operatorId);
    return (await this.saveOffice.change(actor, operatorId, toOfficeRow(code, fields), language)) as RegisteredOfficeDto;
  }

  @Get('coverage')
  @Can('postal.office.manage')
  @ApiOkResponse({ type: CoveragesDto })
  async coverage(@Who() actor: Actor, @Query() { operator }: OperatorQuery): Promise<CoveragesDto> {
    return { data: await this.register.coverage(managedOperator(actor, operator), localDay(this.clock.now())) };
  }

  @Get('export.xlsx')
  @Can('postal.office.manage')
  @AnswersFile(XLSX)
  async workbook(@Who() actor: Actor, @Query() { operator }: OperatorQuery, @Res() reply: FastifyReply): Promise<void> {
    const offices = await this.register.rowsOf(null, managedOperator(actor, operator));
    await sendFile(reply, 'buu-cuc.xlsx', XLSX, await this.spreadsheets.workbook(officesSheet(offices)));
  }

  @Get('export.csv')
  @Can('postal.office.manage')
  @AnswersFile(CSV)
  async csv(@Who() actor: Actor, @Query() { operator }: OperatorQuery, @Res() reply: FastifyReply): Promise<void> {
    const offices = await this.register.rowsOf(null, managedOperator(actor, operator));
    await sendFile(reply, 'buu-cuc.csv', CSV, await this.spreadsheets.csv(officeLines(offices)));
  }

  /** Looks at a file, or brings it in: all rows or none. */
  @Post('sheets')
  @HttpCode(200)
  @Can('postal.office.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: OfficeSheetDto })
  async send(@Who() actor: Actor, @Query() { operator, write }: SendOfficesQuery, @Req() request: UploadRequest): Promise<OfficeSheetDto> {
    const operatorId = managedOperator(actor, operator);
    const file = await uploadedFile(request);
    if (!file) throw postalProblem('sheet.missing');
    return toOfficeSheetDto(await this.importOffices.run(actor, operatorId, file.bytes, write ?? false));
  }
}

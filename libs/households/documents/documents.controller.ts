import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, uploadedFile, Who, type UploadRequest } from '@choxa/platform';
import { OwnHouseholdQuery } from '../households/households.dto.js';
import { requireOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { AddDocument } from './add-document.js';
import { AddDocumentQuery, DocumentDto, DocumentsDto, RefuseDocumentDto, toDocumentDto } from './documents.dto.js';
import { DocumentsOfHousehold } from './documents.query.js';
import { JudgeDocument } from './judge-document.js';
import { RemoveDocument } from './remove-document.js';

/** Papers of a household: put on file by itself, looked at by those who decide about it. */
@ApiTags('households')
@Controller()
export class DocumentsController {
  constructor(
    private readonly clock: Clock,
    private readonly documents: DocumentsOfHousehold,
    private readonly addDocument: AddDocument,
    private readonly removeDocument: RemoveDocument,
    private readonly judgeDocument: JudgeDocument,
  ) {}

  @Get('household/documents')
  @Can('household.papers')
  @ApiOkResponse({ type: DocumentsDto })
  async list(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<DocumentsDto> {
    return this.toList(await this.documents.own(requireOwnHousehold(actor, query.household)));
  }

  @Post('household/documents')
  @Can('household.papers')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: DocumentDto })
  async add(@Who() actor: Actor, @Query() { household, ...paper }: AddDocumentQuery, @Req() request: UploadRequest): Promise<DocumentDto> {
    const householdId = requireOwnHousehold(actor, household);
    const file = await uploadedFile(request);
    if (!file) throw householdProblem('document.missing');
    return this.toDto(await this.addDocument.run(actor, householdId, paper, file.bytes));
  }

  @Delete('household/documents/:id')
  @Can('household.papers')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removeDocument.run(actor, requireOwnHousehold(actor, query.household), id);
  }

  @Get('households/:id/documents')
  @Can('household.review')
  @ApiOkResponse({ type: DocumentsDto })
  async toReview(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DocumentsDto> {
    return this.toList(await this.documents.toReview(actor, id));
  }

  @Post('households/:id/documents/:document/seen')
  @Can('household.review')
  @HttpCode(204)
  @ApiNoContentResponse()
  async see(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('document', ParseUUIDPipe) document: string,
  ): Promise<void> {
    await this.judgeDocument.run(actor, id, document, null);
  }

  @Post('households/:id/documents/:document/refusal')
  @Can('household.review')
  @HttpCode(204)
  @ApiNoContentResponse()
  async refuse(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('document', ParseUUIDPipe) document: string,
    @Body() body: RefuseDocumentDto,
  ): Promise<void> {
    await this.judgeDocument.run(actor, id, document, body.reason);
  }

  /** A picture of our own making is shown; a PDF is only ever given out to be saved. */
  @Get('household-documents/:id/file')
  @Can('household.paper-file')
  @ApiOkResponse({ description: 'PDF or WebP', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async file(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { document, stream, size } = await this.documents.file(actor, id);
    const picture = document.fileType === 'image/webp';
    void reply
      .header('Content-Type', document.fileType)
      .header('Content-Length', size)
      .header('Content-Disposition', picture ? 'inline' : `attachment; filename="giay-to-${id.slice(0, 8)}.pdf"`)
      .header('Cache-Control', 'private, no-store')
      .header('X-Content-Type-Options', 'nosniff')
      .send(stream);
  }

  private toDto(document: Parameters<typeof toDocumentDto>[0]): DocumentDto {
    return toDocumentDto(document, localDay(this.clock.now()));
  }

  private toList(documents: Parameters<typeof toDocumentDto>[0][]): DocumentsDto {
    return { data: documents.map((document) => this.toDto(document)) };
  }
}

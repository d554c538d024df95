import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, uploadedFile, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { auditProblem } from '../audit.problems.js';
import { AddInspectionPhoto } from './add-inspection-photo.js';
import { InspectionPhotos } from './inspection-photos.query.js';
import { FindingDto, InspectionPhotoDto } from './inspections.dto.js';
import { toFinding } from './inspections.mapper.js';
import { RecordInspection } from './record-inspection.js';

@ApiTags('audit')
@Controller('audit/samples/:id')
export class InspectionsController {
  constructor(
    private readonly recordInspection: RecordInspection,
    private readonly addPhoto: AddInspectionPhoto,
    private readonly photos: InspectionPhotos,
  ) {}

  /** What was found of a drawn product, field by field. Sent again under the same id, it is recorded once. */
  @Post('inspections')
  @HttpCode(204)
  @Can('audit.inspect')
  @ApiNoContentResponse()
  async record(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FindingDto): Promise<void> {
    await this.recordInspection.run(actor, id, toFinding(body));
  }

  /** A photo of a label, to be named in the finding that follows. */
  @Post('photos')
  @Can('audit.inspect')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: InspectionPhotoDto })
  async add(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: UploadRequest): Promise<InspectionPhotoDto> {
    const file = await uploadedFile(request);
    if (!file) throw auditProblem('inspection.photo-unreadable');
    return { id: await this.addPhoto.run(actor, id, file.bytes) };
  }

  @Get('photos/:photoId')
  @Can('audit.read')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async photo(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream, size } = await this.photos.file(actor, id, photoId);
    void reply
      .header('Content-Type', 'image/webp')
      .header('Content-Length', size)
      .header('Cache-Control', 'private, no-store')
      .header('X-Content-Type-Options', 'nosniff')
      .send(stream);
  }
}

import { Body, Controller, Get, Header, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, IdempotencyKey, uploadedFile, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { StaffParcelDto } from '../parcels/staff-parcel.dto.js';
import { postalProblem } from '../postal.problems.js';
import { readHello } from '../devices/sending-device.js';
import { AddProofPicture } from './add-proof-picture.js';
import { DeliverParcel } from './deliver-parcel.js';
import { DeliveryDto, FailureReasonsDto, ProofPictureDto, ProofPictureQuery } from './delivery.dto.js';
import { FailureReasons } from './failure-reasons.query.js';
import { ProofPictures } from './proof-pictures.query.js';

@ApiTags('post')
@Controller()
export class DeliveryController {
  constructor(
    private readonly deliverParcel: DeliverParcel,
    private readonly addPicture: AddProofPicture,
    private readonly pictures: ProofPictures,
    private readonly reasons: FailureReasons,
  ) {}

  /** Handed over against the recipient's code, a photo with its place, or a signature; cash collected. */
  @Post('parcels/:number/delivery')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.parcel.deliver')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'Device-Key', required: false, description: 'Of a registered device' })
  @ApiHeader({ name: 'Device-Time', required: false, description: "What the device's clock says as it sends, RFC 3339" })
  @ApiOkResponse({ type: StaffParcelDto })
  async deliver(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('number') number: string,
    @Body() body: DeliveryDto,
    @Headers('device-key') deviceKey?: string,
    @Headers('device-time') deviceTime?: string,
  ): Promise<string> {
    return this.deliverParcel.run(actor, number, body, key, readHello(deviceKey, deviceTime));
  }

  /** A photo of the delivery or the recipient's signature, to be named in the delivery that follows. */
  @Post('parcels/:number/proof-pictures')
  @Can('postal.parcel.deliver')
  @ApiHeader({ name: 'Device-Key', required: false, description: 'Of a registered device' })
  @ApiHeader({ name: 'Device-Time', required: false, description: "What the device's clock says as it sends, RFC 3339" })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ProofPictureDto })
  async add(
    @Who() actor: Actor,
    @Param('number') number: string,
    @Query() { kind }: ProofPictureQuery,
    @Req() request: UploadRequest,
    @Headers('device-key') deviceKey?: string,
    @Headers('device-time') deviceTime?: string,
  ): Promise<ProofPictureDto> {
    const file = await uploadedFile(request);
    if (!file) throw postalProblem('proof.unreadable');
    return { id: await this.addPicture.run(actor, number, kind, file.bytes, readHello(deviceKey, deviceTime)) };
  }

  @Get('post/proof-pictures/:id')
  @Can('postal.proof.read')
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async picture(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { stream, size } = await this.pictures.file(actor, id);
    void reply
      .header('Content-Type', 'image/webp')
      .header('Content-Length', size)
      .header('Cache-Control', 'private, no-store')
      .header('X-Content-Type-Options', 'nosniff')
      .send(stream);
  }

  /** Why an attempt may have failed, and what follows from it. */
  @Get('post/failure-reasons')
  @Can('postal.failure-reason.read')
  @ApiOkResponse({ type: FailureReasonsDto })
  async failureReasons(): Promise<FailureReasonsDto> {
    return { data: await this.reasons.today(), next: null };
  }
}

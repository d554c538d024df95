import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerAddress, Public } from '@choxa/platform';
import { OpenClaim } from '../claims/open-claim.js';
import { DisputeDelivery } from '../reviews/dispute-delivery.js';
import { TrackingLimit } from '../tracking/tracking-limit.js';
import { ParcelCodes } from './parcel-codes.js';
import { ParcelOptions } from './parcel-options.query.js';
import { ClaimByCodeDto, DisputeDto, ParcelCodeRequestDto, ParcelOptionsDto, RedirectionDto } from './recipient.dto.js';
import { RedirectParcel } from './redirect-parcel.js';

/** What whoever holds the telephone of a parcel's recipient or sender may ask, without an account; counted like look-ups. */
@ApiTags('tracking')
@Controller('parcels/:number')
export class RecipientController {
  constructor(
    private readonly codes: ParcelCodes,
    private readonly options: ParcelOptions,
    private readonly redirectParcel: RedirectParcel,
    private readonly disputeDelivery: DisputeDelivery,
    private readonly openClaim: OpenClaim,
    private readonly limit: TrackingLimit,
  ) {}

  @Get('options')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ParcelOptionsDto })
  async ofParcel(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ParcelOptionsDto> {
    this.count(request, reply);
    return this.options.of(number);
  }

  /** Sends a code to a telephone that stands on the parcel; it proves who asks for one of the following. */
  @Post('codes')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async sendCode(
    @Param('number') number: string,
    @Body() { party }: ParcelCodeRequestDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.count(request, reply);
    await this.codes.send(number, party ?? 'recipient');
  }

  /** To another house of the same commune, or to a counter. */
  @Post('redirection')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async redirect(@Param('number') number: string, @Body() { code, kind, street, officeCode }: RedirectionDto): Promise<void> {
    await this.redirectParcel.run(
      number,
      code,
      kind === 'office' ? { kind, officeCode: officeCode ?? '' } : { kind, street: street ?? '' },
    );
  }

  /** "I did not get it." */
  @Post('dispute')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async dispute(@Param('number') number: string, @Body() { code, words }: DisputeDto): Promise<void> {
    await this.disputeDelivery.run(number, code, words);
  }

  /** Asks for compensation. */
  @Post('claims')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async claim(@Param('number') number: string, @Body() { code, ...claim }: ClaimByCodeDto): Promise<void> {
    await this.openClaim.byCode(number, code, claim);
  }

  private count(request: FastifyRequest, reply: FastifyReply): void {
    const caller = callerAddress(request);
    if (caller) void reply.header('RateLimit', this.limit.take(caller));
  }
}

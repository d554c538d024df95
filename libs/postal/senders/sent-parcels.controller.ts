import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { AnnounceParcel } from './announce-parcel.js';
import { AnnounceParcelDto, SentParcelDto, SentParcelsDto, SentParcelsQuery, WithdrawParcelDto } from './sent-parcel.dto.js';
import { SentParcels } from './sent-parcels.query.js';
import { WithdrawSentParcel } from './withdraw-sent-parcel.js';

/** What a sender's programs do, with an API key. */
@ApiTags('post: senders')
@Controller('post')
export class SentParcelsController {
  constructor(
    private readonly announceParcel: AnnounceParcel,
    private readonly sentParcels: SentParcels,
    private readonly withdrawSentParcel: WithdrawSentParcel,
  ) {}

  /** Announces one parcel; the recipient is told its number and delivery code. */
  @Post('parcels')
  @Can('postal.parcel.send')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: SentParcelDto })
  async announce(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: AnnounceParcelDto): Promise<string> {
    return this.announceParcel.run(actor, body, key);
  }

  /** The caller's own parcels, newest first. */
  @Get('sent-parcels')
  @Can('postal.parcel.send')
  @ApiOkResponse({ type: SentParcelsDto })
  async list(@Who() actor: Actor, @Query() query: SentParcelsQuery): Promise<SentParcelsDto> {
    return this.sentParcels.list(actor, query);
  }

  @Get('sent-parcels/:number')
  @Can('postal.parcel.send')
  @ApiOkResponse({ type: SentParcelDto })
  async one(@Who() actor: Actor, @Param('number') number: string): Promise<SentParcelDto> {
    return this.sentParcels.one(actor, number);
  }

  /** Takes a parcel back that has not been handed over yet. */
  @Post('sent-parcels/:number/withdrawal')
  @HttpCode(200)
  @Can('postal.parcel.send')
  @ApiOkResponse({ type: SentParcelDto })
  async withdraw(@Who() actor: Actor, @Param('number') number: string, @Body() { reason }: WithdrawParcelDto): Promise<SentParcelDto> {
    return this.withdrawSentParcel.run(actor, number, reason);
  }
}

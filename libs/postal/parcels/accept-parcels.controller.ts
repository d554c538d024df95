import { Body, Controller, Get, Header, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { AnswersPdf, sendPdf } from '../printing/send-pdf.js';
import { AcceptParcels } from './accept-parcels.js';
import { AcceptanceResultsDto, AcceptancesDto, AnnouncedParcelsDto, AnnouncedParcelsQuery, ReceiptsQuery } from './accept-parcels.dto.js';
import { AnnouncedParcels } from './announced-parcels.query.js';
import { PrintReceipts } from './receipts/print-receipts.js';

/** Handing over at the counter: what a sender announced, all of it taken at once, and the receipt. */
@ApiTags('post')
@Controller('post')
export class AcceptParcelsController {
  constructor(
    private readonly announcedParcels: AnnouncedParcels,
    private readonly acceptParcels: AcceptParcels,
    private readonly printReceipts: PrintReceipts,
  ) {}

  /** Parcels by number or by the sender's telephone, with what the same senders announced besides. */
  @Get('announced-parcels')
  @Can('postal.parcel.accept')
  @ApiOkResponse({ type: AnnouncedParcelsDto })
  async find(@Who() actor: Actor, @Query() { parcels, phone, office }: AnnouncedParcelsQuery): Promise<AnnouncedParcelsDto> {
    return { data: await this.announcedParcels.find(actor, { parcels: parcels?.split(','), phone, office }), next: null };
  }

  /** Takes each parcel, or says why not. */
  @Post('acceptances')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.parcel.accept')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: AcceptanceResultsDto })
  async accept(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() { parcels }: AcceptancesDto): Promise<string> {
    return this.acceptParcels.run(actor, parcels, key);
  }

  /** What the sender takes home: one receipt for what was handed over together. */
  @Get('acceptance-receipts.pdf')
  @Can('postal.parcel.read')
  @AnswersPdf()
  async receipts(@Who() actor: Actor, @Query() { parcels }: ReceiptsQuery, @Res() reply: FastifyReply): Promise<void> {
    const numbers = parcels.split(',');
    await sendPdf(reply, `bien-nhan-${numbers[0]}`, await this.printReceipts.run(actor, numbers));
  }
}

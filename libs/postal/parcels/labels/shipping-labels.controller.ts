import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, OneOf, Text, Who, type Actor } from '@choxa/platform';
import { AnswersPdf, sendPdf } from '../../printing/send-pdf.js';
import { MOST_LABELS, PrintShippingLabels } from './print-shipping-labels.js';
import { SHIPPING_LABEL_FORMATS, type ShippingLabelFormat } from './shipping-label.js';

const NUMBER = '[A-Za-z0-9]{5,20}';

export class ShippingLabelsQuery {
  @Text({
    min: 1,
    max: MOST_LABELS * 21,
    pattern: new RegExp(`^${NUMBER}(,${NUMBER}){0,${MOST_LABELS - 1}}$`),
    description: `Parcel numbers with commas between, at most ${MOST_LABELS}`,
  })
  parcels: string;

  @OneOf(SHIPPING_LABEL_FORMATS, { optional: true, description: 'a6 unless told' }) format?: ShippingLabelFormat;
}

/** Labels for the outside of parcels. */
@ApiTags('post')
@Controller('post')
export class ShippingLabelsController {
  constructor(private readonly printShippingLabels: PrintShippingLabels) {}

  @Get('shipping-labels.pdf')
  @Can('postal.parcel.read')
  @AnswersPdf()
  async print(@Who() actor: Actor, @Query() { parcels, format }: ShippingLabelsQuery, @Res() reply: FastifyReply): Promise<void> {
    const numbers = parcels.split(',');
    await sendPdf(reply, `nhan-buu-gui-${numbers[0]}`, await this.printShippingLabels.ofStaff(actor, numbers, format ?? 'a6'));
  }

  /** Of parcels a sender announced by API: its own printer prints them. */
  @Get('sent-labels.pdf')
  @Can('postal.parcel.send')
  @AnswersPdf()
  async printSent(@Who() actor: Actor, @Query() { parcels, format }: ShippingLabelsQuery, @Res() reply: FastifyReply): Promise<void> {
    const numbers = parcels.split(',');
    await sendPdf(reply, `nhan-buu-gui-${numbers[0]}`, await this.printShippingLabels.ofSender(actor, numbers, format ?? 'a6'));
  }
}

import { Body, Controller, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Public, Who, type Actor } from '@choxa/platform';
import { OrderQuery } from '../order-pages/order.dto.js';
import { OpenComplaintDto, OpenedComplaintDto, WriteMessageDto } from './complaint.dto.js';
import { OpenComplaint } from './open-complaint.js';
import { PursueComplaint } from './pursue-complaint.js';

/** Complaining, as the buyer does it: by the key of the order's link or by the account. */
@ApiTags('orders')
@Controller('orders/:number/complaints')
export class BuyerComplaintsController {
  constructor(
    private readonly openComplaint: OpenComplaint,
    private readonly pursue: PursueComplaint,
  ) {}

  @Post()
  @Public({ who: true })
  @Header('Cache-Control', 'no-store')
  @ApiCreatedResponse({ type: OpenedComplaintDto })
  async open(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Query() { key }: OrderQuery,
    @Body() body: OpenComplaintDto,
  ): Promise<OpenedComplaintDto> {
    return { number: await this.openComplaint.run(actor, number, key, body) };
  }

  @Post(':id/messages')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async write(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
    @Body() { text }: WriteMessageDto,
  ): Promise<void> {
    await this.pursue.write({ actor, number, key, id }, text);
  }

  @Post(':id/escalation')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async escalate(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
  ): Promise<void> {
    await this.pursue.escalate({ actor, number, key, id });
  }

  @Post(':id/closing')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(
    @Who() actor: Actor | null,
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { key }: OrderQuery,
  ): Promise<void> {
    await this.pursue.close({ actor, number, key, id });
  }
}

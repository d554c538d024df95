import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { DueReturns } from './due-returns.query.js';
import { DueReturnsDto, TurnBackDto } from './return.dto.js';
import { ReturnParcel } from './return-parcel.js';

@ApiTags('post')
@Controller('post')
export class ReturnsController {
  constructor(
    private readonly dueReturns: DueReturns,
    private readonly returnParcel: ReturnParcel,
  ) {}

  /** Parcels that are to go back to their senders; those whose conditions hold are turned back by themselves within minutes. */
  @Get('due-returns')
  @Can('postal.parcel.read')
  @ApiOkResponse({ type: DueReturnsDto })
  async due(@Who() actor: Actor): Promise<DueReturnsDto> {
    return { data: await this.dueReturns.list(actor), next: null };
  }

  @Post('parcels/:number/return')
  @Can('postal.parcel.return')
  @HttpCode(204)
  @ApiNoContentResponse()
  async turnBack(@Who() actor: Actor, @Param('number') number: string, @Body() { reason, note }: TurnBackDto): Promise<void> {
    await this.returnParcel.run(actor, number, reason, note);
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { AcceptParcel } from './accept-parcel.js';
import { AcceptanceDto, StaffParcelDto, StaffParcelsDto, StaffParcelsQuery } from './staff-parcel.dto.js';
import { StaffParcels } from './staff-parcels.query.js';

const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('post')
@Controller()
export class StaffParcelsController {
  constructor(
    private readonly staffParcels: StaffParcels,
    private readonly acceptParcel: AcceptParcel,
  ) {}

  /** Parcels of the caller's offices, newest first. */
  @Get('post/parcels')
  @Can('postal.parcel.read')
  @ApiOkResponse({ type: StaffParcelsDto })
  async list(@Who() actor: Actor, @Query() query: StaffParcelsQuery): Promise<StaffParcelsDto> {
    return this.staffParcels.list(actor, query);
  }

  @Get('post/parcels/:number')
  @Can('postal.parcel.read')
  @ApiOkResponse({ type: StaffParcelDto })
  async one(@Who() actor: Actor, @Param('number') number: string): Promise<StaffParcelDto> {
    return this.staffParcels.one(actor, number);
  }

  /** Over the counter: weighed, packs scanned. */
  @Post('parcels/:number/acceptance')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @Can('postal.parcel.accept')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: StaffParcelDto })
  async accept(
    @Who() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('number') number: string,
    @Body() body: AcceptanceDto,
  ): Promise<string> {
    return this.acceptParcel.run(actor, number, body, key);
  }
}

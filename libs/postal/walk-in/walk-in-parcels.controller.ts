import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { StaffParcelDto } from '../parcels/staff-parcel.dto.js';
import { TakeWalkInParcel } from './take-walk-in-parcel.js';
import { WalkInParcelDto, WalkInPostageDto, WalkInPostageQuery } from './walk-in-parcel.dto.js';
import { WalkInPostage } from './walk-in-postage.query.js';

/** Parcels brought to a counter by people who announced nothing. */
@ApiTags('post')
@Controller('post/walk-in-parcels')
export class WalkInParcelsController {
  constructor(
    private readonly takeWalkInParcel: TakeWalkInParcel,
    private readonly postage: WalkInPostage,
  ) {}

  /** What it will cost, and when it will be there. */
  @Get('postage')
  @Can('postal.parcel.accept')
  @ApiOkResponse({ type: WalkInPostageDto })
  async quote(@Who() actor: Actor, @Query() query: WalkInPostageQuery): Promise<WalkInPostageDto> {
    return this.postage.of(actor, query);
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.parcel.accept')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: StaffParcelDto })
  async take(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: WalkInParcelDto): Promise<string> {
    return this.takeWalkInParcel.run(actor, body, key);
  }
}

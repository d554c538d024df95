import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { StaffParcelDto } from '../parcels/staff-parcel.dto.js';
import { TakeWalkInParcel } from './take-walk-in-parcel.js';
import { WalkInParcelDto } from './walk-in-parcel.dto.js';

/** Parcels brought to a counter by people who announced nothing. */
@ApiTags('post')
@Controller('post/walk-in-parcels')
export class WalkInParcelsController {
  constructor(private readonly takeWalkInParcel: TakeWalkInParcel) {}

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

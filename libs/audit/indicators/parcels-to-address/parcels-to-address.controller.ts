import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { countOpenParcels } from '../../facts/open-parcels.js';
import { ScopeQueryDto } from '../../scope/scope.dto.js';
import { Scopes } from '../../scope/scopes.js';
import { Figures } from '../figures.js';
import { ParcelsToAddressDto } from './parcels-to-address.dto.js';
import { toParcelsBlock } from './parcels-to-address.mapper.js';
import { breakDownOffices, countParcelsToAddress } from './parcels-to-address.query.js';
import { PARCELS_TO_ADDRESS } from './parcels-to-address.js';

@ApiTags('audit')
@Controller('audit/indicators/13')
export class ParcelsToAddressController {
  constructor(
    private readonly scopes: Scopes,
    private readonly figures: Figures,
  ) {}

  @Get()
  @Can('audit.read')
  @ApiOkResponse({ type: ParcelsToAddressDto })
  async read(@Who() actor: Actor, @Query() query: ScopeQueryDto): Promise<ParcelsToAddressDto> {
    const asked = await this.scopes.read(actor, query);
    const { scope } = asked;
    return this.figures.answer(PARCELS_TO_ADDRESS, asked, async (tx) =>
      toParcelsBlock(await countParcelsToAddress(tx, scope), await countOpenParcels(tx, scope), await breakDownOffices(tx, scope)),
    );
  }
}

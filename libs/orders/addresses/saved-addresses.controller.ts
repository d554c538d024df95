import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { ChangeAddress } from './change-address.js';
import { ForgetAddress } from './forget-address.js';
import { SaveAddress } from './save-address.js';
import { SaveAddressDto, SavedAddressDto, SavedAddressesDto } from './saved-address.dto.js';
import { SavedAddresses } from './saved-addresses.query.js';

/** The caller's own addresses. */
@ApiTags('orders')
@Controller('account/addresses')
export class SavedAddressesController {
  constructor(
    private readonly addresses: SavedAddresses,
    private readonly saveAddress: SaveAddress,
    private readonly changeAddress: ChangeAddress,
    private readonly forgetAddress: ForgetAddress,
  ) {}

  @Get()
  @Can('address.own')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: SavedAddressesDto })
  async list(@Who() actor: Actor): Promise<SavedAddressesDto> {
    return { data: await this.addresses.of(actor) };
  }

  @Post()
  @Can('address.own')
  @ApiCreatedResponse({ type: SavedAddressDto })
  async save(@Who() actor: Actor, @Body() body: SaveAddressDto): Promise<SavedAddressDto> {
    return this.addresses.one(actor, await this.saveAddress.run(actor, body));
  }

  @Put(':id')
  @Can('address.own')
  @ApiOkResponse({ type: SavedAddressDto })
  async change(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveAddressDto): Promise<SavedAddressDto> {
    await this.changeAddress.run(actor, id, body);
    return this.addresses.one(actor, id);
  }

  @Delete(':id')
  @Can('address.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async forget(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.forgetAddress.run(actor, id);
  }
}

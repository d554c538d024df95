import { Body, Controller, Delete, Param, ParseUUIDPipe, Patch, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IfMatch, TagRevision, Texts, Who, type Actor } from '@choxa/platform';
import { DeskProducts } from '../products/desk-products.query.js';
import { AddPackDto, DeskProductDto, EditPackDto } from '../products/product.dto.js';
import { AddPack } from './add-pack.js';
import { EditPack } from './edit-pack.js';
import { OrderPacks } from './order-packs.js';
import { RetirePack } from './retire-pack.js';

export class OrderPacksDto {
  @Texts({ max: 100, maxLength: 36, description: 'Ids of all packs that are sold, the first first' }) packIds: string[];
}

/** The packs of a household's products; each answer is the whole product. */
@ApiTags('catalogue')
@Controller()
@UseInterceptors(TagRevision)
export class PacksController {
  constructor(
    private readonly products: DeskProducts,
    private readonly addPack: AddPack,
    private readonly editPack: EditPack,
    private readonly orderPacks: OrderPacks,
    private readonly retirePack: RetirePack,
  ) {}

  @Post('products/:id/packs')
  @Can('product.write')
  @ApiCreatedResponse({ type: DeskProductDto })
  async add(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddPackDto): Promise<DeskProductDto> {
    await this.addPack.run(actor, id, body);
    return this.products.one(actor, id);
  }

  @Put('products/:id/packs/order')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async order(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: OrderPacksDto): Promise<DeskProductDto> {
    await this.orderPacks.run(actor, id, body.packIds);
    return this.products.one(actor, id);
  }

  @Patch('packs/:id')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async edit(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditPackDto,
    @IfMatch() seen: number | null,
  ): Promise<DeskProductDto> {
    return this.products.one(actor, await this.editPack.run(actor, id, body, seen));
  }

  @Put('packs/:id/retirement')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async retire(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskProductDto> {
    return this.products.one(actor, await this.retirePack.run(actor, id, true));
  }

  @Delete('packs/:id/retirement')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async sellAgain(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskProductDto> {
    return this.products.one(actor, await this.retirePack.run(actor, id, false));
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IfMatch, TagRevision, Who, type Actor } from '@choxa/platform';
import { CopyProduct } from './copy-product.js';
import { CreateProduct } from './create-product.js';
import { DeskProducts } from './desk-products.query.js';
import { EditProduct } from './edit-product.js';
import { PauseProduct } from './pause-product.js';
import {
  CopyProductDto,
  CreateProductDto,
  DeskProductDto,
  DeskProductsDto,
  DeskProductsQuery,
  EditProductDto,
  SaveDraftDto,
} from './product.dto.js';
import { PublishProduct } from './publish-product.js';
import { SaveDraft } from './save-draft.js';

/** A household's own products. */
@ApiTags('catalogue')
@Controller()
@UseInterceptors(TagRevision)
export class DeskController {
  constructor(
    private readonly products: DeskProducts,
    private readonly createProduct: CreateProduct,
    private readonly saveDraft: SaveDraft,
    private readonly copyProduct: CopyProduct,
    private readonly editProduct: EditProduct,
    private readonly publishProduct: PublishProduct,
    private readonly pauseProduct: PauseProduct,
  ) {}

  @Get('household/products')
  @Can('product.read-own')
  @ApiOkResponse({ type: DeskProductsDto })
  async list(@Who() actor: Actor, @Query() query: DeskProductsQuery): Promise<DeskProductsDto> {
    return this.products.list(actor, query);
  }

  @Get('household/products/:id')
  @Can('product.read-own')
  @ApiOkResponse({ type: DeskProductDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskProductDto> {
    return this.products.one(actor, id);
  }

  @Post('products')
  @Can('product.write')
  @ApiCreatedResponse({ type: DeskProductDto })
  async create(@Who() actor: Actor, @Body() body: CreateProductDto): Promise<DeskProductDto> {
    const { product } = await this.createProduct.run(actor, body);
    return this.products.one(actor, product.id);
  }

  @Put('products/:id')
  @Can('product.write')
  @ApiOkResponse({
    type: DeskProductDto,
    description: 'The draft of this client-made id, begun where there was none; fields left out stay',
  })
  async save(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveDraftDto,
    @IfMatch() seen: number | null,
  ): Promise<DeskProductDto> {
    await this.saveDraft.run(actor, id, body, seen);
    return this.products.one(actor, id);
  }

  @Post('products/:id/copy')
  @Can('product.write')
  @ApiCreatedResponse({ type: DeskProductDto })
  async copy(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CopyProductDto): Promise<DeskProductDto> {
    return this.products.one(actor, await this.copyProduct.run(actor, id, body));
  }

  @Patch('products/:id')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async edit(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EditProductDto,
    @IfMatch() seen: number | null,
  ): Promise<DeskProductDto> {
    await this.editProduct.run(actor, id, body, seen);
    return this.products.one(actor, id);
  }

  @Post('products/:id/publication')
  @Can('product.write')
  @HttpCode(200)
  @ApiOkResponse({ type: DeskProductDto })
  async publish(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskProductDto> {
    await this.publishProduct.run(actor, id);
    return this.products.one(actor, id);
  }

  @Delete('products/:id/publication')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async pause(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskProductDto> {
    await this.pauseProduct.run(actor, id);
    return this.products.one(actor, id);
  }
}

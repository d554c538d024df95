import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, FileStorage, platformProblem, Public, TagRevision, Who, type Actor, type UploadRequest } from '@choxa/platform';
import { DeskProducts } from '../products/desk-products.query.js';
import { DeskProductDto } from '../products/product.dto.js';
import { AddImage } from './add-image.js';
import { DescribeImage } from './describe-image.js';
import { AddedImageDto, DescribeImageDto, OrderImagesDto } from './image.dto.js';
import { storageKeyOfName } from './image-url.js';
import { OrderImages } from './order-images.js';
import { RemoveImage } from './remove-image.js';
import { uploadedImage } from './uploaded-image.js';

/** Pictures of products. */
@ApiTags('catalogue')
@Controller()
@UseInterceptors(TagRevision)
export class ImagesController {
  constructor(
    private readonly addImage: AddImage,
    private readonly removeImage: RemoveImage,
    private readonly orderImages: OrderImages,
    private readonly describeImage: DescribeImage,
    private readonly products: DeskProducts,
    private readonly storage: FileStorage,
  ) {}

  @Post('products/:id/images')
  @Can('product.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: AddedImageDto })
  async add(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: UploadRequest): Promise<AddedImageDto> {
    return this.addImage.run(actor, id, await uploadedImage(request));
  }

  @Put('products/:id/images/order')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async order(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: OrderImagesDto): Promise<DeskProductDto> {
    await this.orderImages.run(actor, id, body.imageIds);
    return this.products.one(actor, id);
  }

  @Patch('images/:id')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async describe(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DescribeImageDto): Promise<DeskProductDto> {
    return this.products.one(actor, await this.describeImage.run(actor, id, body.alt));
  }

  @Delete('images/:id')
  @Can('product.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removeImage.run(actor, id);
  }

  @Get('images/:key')
  @Public()
  @ApiOkResponse({ description: 'WebP', content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async serve(@Param('key') name: string, @Res() reply: FastifyReply): Promise<void> {
    const key = storageKeyOfName(name);
    const file = key && (await this.storage.open(key));
    if (!file) throw platformProblem('not-found');
    void reply
      .header('Content-Type', 'image/webp')
      .header('Content-Length', file.size)
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .header('X-Content-Type-Options', 'nosniff')
      .send(file.stream);
  }
}

import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, FileStorage, platformProblem, Public, Who, type Actor } from '@choxa/platform';
import { AddImage } from './add-image.js';
import { AddedImageDto } from './image.dto.js';
import { storageKeyOfName } from './image-url.js';
import { RemoveImage } from './remove-image.js';
import { uploadedImage, type UploadRequest } from './uploaded-image.js';

/** Pictures of products. */
@ApiTags('catalogue')
@Controller()
export class ImagesController {
  constructor(
    private readonly addImage: AddImage,
    private readonly removeImage: RemoveImage,
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

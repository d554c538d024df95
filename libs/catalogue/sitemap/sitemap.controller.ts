import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@choxa/platform';
import { SitemapPagesDto, SitemapPartsDto, SitemapQuery } from './sitemap.dto.js';
import { Sitemap } from './sitemap.query.js';

/** What the shop's sitemap is made of. */
@ApiTags('catalogue')
@Controller('sitemap')
export class SitemapController {
  constructor(private readonly sitemap: Sitemap) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: SitemapPartsDto })
  async parts(): Promise<SitemapPartsDto> {
    return { data: await this.sitemap.parts() };
  }

  @Get('pages')
  @Public()
  @ApiOkResponse({ type: SitemapPagesDto })
  async pages(@Query() { kind, from }: SitemapQuery): Promise<SitemapPagesDto> {
    return { data: await this.sitemap.pages(kind, from || undefined) };
  }
}

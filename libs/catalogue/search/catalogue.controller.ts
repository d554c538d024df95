import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OCOP_SETS } from '@choxa/standards';
import { prefersEnglish, Public } from '@choxa/platform';
import { ProductPageDto } from '../products/product-page.dto.js';
import { ProductPage } from '../products/product-page.query.js';
import { ShopPageDto } from '../products/shop-page.dto.js';
import { ShopPage } from '../products/shop-page.query.js';
import { ListItemsDto, ListProductsQuery } from './list.dto.js';
import { ListProducts } from './list-products.query.js';
import { ProductSetsDto } from './product-sets.dto.js';
import { RankingDto, toRankingDto } from './ranking.dto.js';
import { RelatedProductsDto } from './related.dto.js';
import { RelatedProducts } from './related-products.query.js';
import { SuggestionsDto, SuggestionsQuery } from './suggestions.dto.js';
import { Suggestions } from './suggestions.query.js';

/** The shop's shelves, open to everybody. */
@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(
    private readonly listProducts: ListProducts,
    private readonly productPage: ProductPage,
    private readonly shopPage: ShopPage,
    private readonly suggestions: Suggestions,
    private readonly relatedProducts: RelatedProducts,
  ) {}

  @Get('products')
  @Public()
  @ApiOkResponse({ type: ListItemsDto })
  async list(@Query() query: ListProductsQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { q, sort, near, limit, cursor, facets, ...rest } = query;
    const filters = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== null));
    const { text, next } = await this.listProducts.run({
      q,
      filters,
      sort,
      near,
      limit,
      cursor: cursor || undefined,
      facets: facets === true,
    });
    if (next) void reply.header('Link', `<${pageUrl(request.url, next)}>; rel="next"`);
    void reply.type('application/json; charset=utf-8').send(text);
  }

  @Get('products/suggestions')
  @Public()
  @ApiOkResponse({ type: SuggestionsDto })
  async suggest(@Query() { q }: SuggestionsQuery, @Req() request: FastifyRequest): Promise<SuggestionsDto> {
    return { data: await this.suggestions.run(q, prefersEnglish(request.headers['accept-language'])) };
  }

  @Get('products/:slug')
  @Public()
  @ApiOkResponse({ type: ProductPageDto })
  async page(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.type('application/json; charset=utf-8').send(await this.productPage.text(slug));
  }

  @Get('products/:slug/page')
  @Public()
  @ApiOkResponse({ type: ShopPageDto })
  async wholePage(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.type('application/json; charset=utf-8').send(await this.shopPage.text(slug));
  }

  @Get('products/:slug/related')
  @Public()
  @ApiOkResponse({ type: RelatedProductsDto })
  async related(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.type('application/json; charset=utf-8').send(await this.relatedProducts.text(slug));
  }

  @Get('ranking')
  @Public()
  @ApiOkResponse({ type: RankingDto })
  ranking(): RankingDto {
    return toRankingDto();
  }

  @Get('product-sets')
  @Public()
  @ApiOkResponse({ type: ProductSetsDto })
  sets(): ProductSetsDto {
    const data = OCOP_SETS.map(({ code, scheme, vi, en, industry, service }) => ({
      code,
      scheme,
      nameVi: vi,
      nameEn: en,
      industry,
      isService: service,
    }));
    return { data };
  }
}

/** The same list from `cursor` on. */
function pageUrl(url: string, cursor: string): string {
  const rest = url.replace(/([?&])cursor=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `${rest}${rest.includes('?') ? '&' : '?'}cursor=${cursor}`;
}

import { Flag, Int, ListOf, Nested, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { SORTS, type Sort } from './sorts.js';

export class ListProductsQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words to find, with or without accents' })
  q?: string;

  @Text({ max: 10, optional: true, description: 'Code of a product set' })
  set?: string;

  @Text({ max: 2, optional: true, description: 'Province code' })
  province?: string;

  @Text({ max: 5, optional: true, description: 'Commune code' })
  commune?: string;

  @OneOf([3, 4, 5], { optional: true, description: 'OCOP stars, confirmed and unexpired' })
  stars?: number;

  @Vnd({ optional: true })
  minPriceVnd?: number;

  @Vnd({ optional: true })
  maxPriceVnd?: number;

  @Flag({ optional: true, description: 'Only packs whose label has brand, barcode and origin' })
  labelled?: boolean;

  @Flag({ optional: true, description: 'Only what is harvested this month' })
  inSeason?: boolean;

  @OneOf(SORTS, { optional: true, description: 'relevance with `q`, else popular, unless told; `nearest` wants `near`' })
  sort?: Sort;

  @Text({ max: 2, optional: true, description: 'Province code: `nearest` puts its goods first, then those of its neighbours' })
  near?: string;

  @Flag({ optional: true, description: 'Also counts per choice' })
  facets?: boolean;

  @Text({ max: 100, optional: true, description: 'Slug of a household' })
  household?: string;
}

export class ListImageDto {
  @Text({ max: 100, description: 'At most 800 pixels' }) url: string;
  @Text({ max: 100, description: 'At most 320 pixels and 25 KiB' }) thumbUrl: string;
  @Int({ description: 'Of `url`' }) width: number;
  @Int() height: number;
  @Text() alt: string;
}

export class ProductImageDto extends ListImageDto {
  @Text({ max: 100, description: 'At most 1600 pixels' }) fullUrl: string;
}

export class ListItemDto {
  @Uuid() packId: string;
  @Text() slug: string;
  @Text() name: string;
  @Text() setCode: string;
  @Vnd() priceVnd: number;
  @Text({ example: '500 g' }) netContent: string;
  @Vnd({ optional: true, max: Number.MAX_SAFE_INTEGER, description: 'Per kilogram, litre or piece' }) unitPriceVnd: number | null;
  @Nested(() => ListImageDto, { optional: true }) image: ListImageDto | null;
  @Text() householdName: string;
  @Text() householdSlug: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Int({ optional: true, min: 3, max: 5 }) stars: number | null;
  @Flag() inStock: boolean;
  @Flag() labelled: boolean;
  @Flag({ description: 'Harvested this month, as far as is known' }) inSeason: boolean;
}

export class FacetSetDto {
  @Text() code: string;
  @Int() count: number;
}

export class FacetPlaceDto {
  @Text() code: string;
  @Text() name: string;
  @Int() count: number;
}

export class FacetPriceDto {
  @Vnd() minPriceVnd: number;
  @Vnd({ optional: true }) maxPriceVnd: number | null;
  @Int() count: number;
}

export class FacetStarsDto {
  @Int() stars: number;
  @Int() count: number;
}

export class FacetCountDto {
  @Int() count: number;
}

export class FacetsDto {
  @ListOf(() => FacetSetDto) sets: FacetSetDto[];
  @ListOf(() => FacetPlaceDto) provinces: FacetPlaceDto[];
  @ListOf(() => FacetPlaceDto, { description: 'Of the chosen province' }) communes: FacetPlaceDto[];
  @ListOf(() => FacetStarsDto) stars: FacetStarsDto[];
  @ListOf(() => FacetPriceDto) prices: FacetPriceDto[];
  @Nested(() => FacetCountDto) labelled: FacetCountDto;
  @Nested(() => FacetCountDto) inSeason: FacetCountDto;
}

export class ListItemsDto {
  @ListOf(() => ListItemDto) data: ListItemDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
  @Nested(() => FacetsDto, { optional: true }) facets?: FacetsDto;
}

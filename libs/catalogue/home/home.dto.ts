import { PlaceDto } from '@choxa/places';
import { Instant, Int, ListOf, Nested, Text } from '@choxa/platform';
import { ListItemDto } from '../search/list.dto.js';

export class HomeQuery {
  @Text({ max: 2, optional: true, description: 'Code of the province near the shopper, who chose it' })
  province?: string;
}

export class HomeFactsDto {
  @Int({ description: 'On sale now' }) products: number;
  @Int({ description: 'Households that sell them' }) households: number;
  @Int({ description: 'Provinces they come from' }) provinces: number;
  @Int({ description: 'Of the products: all their packs have brand, barcode and origin' }) labelled: number;
}

export class HomeSetDto {
  @Text() code: string;
  @Int({ description: 'Products on sale' }) count: number;
  @Text({ optional: true, description: 'Picture of its most bought product, at most 320 pixels' }) thumbUrl: string | null;
}

export class HomeProvinceDto {
  @Text() code: string;
  @Text() name: string;
  @Int({ description: 'Products on sale' }) products: number;
}

export class HomePlaceDto {
  @Text({ description: 'Province code' }) code: string;
  @Text() name: string;
  @ListOf(() => ListItemDto) items: ListItemDto[];
}

export class HomeHouseholdDto {
  @Text() slug: string;
  @Text() name: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Instant({ description: 'When its first product went on sale' }) since: string;
  @Int({ description: 'On sale now' }) products: number;
  @Text({ optional: true, description: 'Picture of its most bought product, at most 320 pixels' }) thumbUrl: string | null;
}

export class HomeDto {
  @ListOf(() => ListItemDto, { description: 'Harvested this month, by the published table of seasons' }) inSeason: ListItemDto[];
  @ListOf(() => ListItemDto, { description: 'Most bought' }) popular: ListItemDto[];
  @ListOf(() => ListItemDto, { description: 'Five OCOP stars, confirmed and unexpired' }) fiveStars: ListItemDto[];
  @ListOf(() => ListItemDto) newest: ListItemDto[];
  @Nested(() => HomePlaceDto, {
    optional: true,
    description: 'Provinces take turns by their codes, a week each; one with too little on sale leaves its week to the next',
  })
  provinceOfWeek: HomePlaceDto | null;
  @Nested(() => HomePlaceDto, { optional: true, description: 'Of the province asked for; null without one, or for a code that is none' })
  near: HomePlaceDto | null;
  @ListOf(() => HomeHouseholdDto, { description: 'Newest first' }) newHouseholds: HomeHouseholdDto[];
  @ListOf(() => HomeSetDto, { description: 'Most products first' }) sets: HomeSetDto[];
  @ListOf(() => HomeProvinceDto, { description: 'With products on sale, most first' }) provinces: HomeProvinceDto[];
  @Nested(() => HomeFactsDto) facts: HomeFactsDto;
}

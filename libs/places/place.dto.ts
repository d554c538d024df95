import { Int, ListOf, Nested, OneOf, Text, Texts } from '@choxa/platform';
import { COMMUNE_KINDS, type CommuneKind } from './communes/commune.entity.js';
import type { Place, Province } from './look-up/place.js';
import type { Resolution } from './look-up/resolution.js';
import { PROVINCE_KINDS, type ProvinceKind } from './provinces/province.entity.js';
import type { SearchHit } from './search/place-search.js';

export class ProvinceDto {
  @Text({ description: 'Two digits with leading zero', example: '86' }) code: string;
  @Text({ description: 'Full name', example: 'Tỉnh Vĩnh Long' }) name: string;
  @OneOf(PROVINCE_KINDS) kind: ProvinceKind;
}

export class ProvincesDto {
  @ListOf(() => ProvinceDto) data: ProvinceDto[];
}

export class PlaceDto {
  @Text({ description: 'Five digits with leading zeros', example: '29308' }) code: string;
  @Text({ description: 'Full name', example: 'Xã Cầu Kè' }) name: string;
  @OneOf(COMMUNE_KINDS) kind: CommuneKind;
  @Text({ example: '86' }) provinceCode: string;
  @Text({ example: 'Tỉnh Vĩnh Long' }) provinceName: string;
}

export class PlacesDto {
  @ListOf(() => PlaceDto) data: PlaceDto[];
}

export class SearchPlacesQuery {
  @Text({ max: 100, description: 'A name or the beginning of one, old or new, with or without marks' }) q: string;
  @Text({ max: 2, optional: true, description: 'Code of the province to stay in' }) province?: string;
  @Int({ min: 1, max: 50, optional: true, description: '10 unless told' }) limit?: number;
}

export const SEARCH_VIA = ['current', 'former'] as const;

export class PlaceHitDto {
  @Nested(() => PlaceDto) place: PlaceDto;
  @Text({ description: 'The full name that was found' }) matched: string;
  @OneOf(SEARCH_VIA) via: (typeof SEARCH_VIA)[number];
  @Text({
    optional: true,
    description: 'The former unit, its district and its province',
    example: 'Xã Thạnh Phú, Huyện Cầu Kè, Tỉnh Trà Vinh',
  })
  former: string | null;
}

export class PlaceHitsDto {
  @ListOf(() => PlaceHitDto) data: PlaceHitDto[];
}

export class ResolvePlaceQuery {
  @Text({ max: 300, optional: true, description: 'Name of a commune, or a whole address', example: 'xã Thạnh Phú' }) commune?: string;
  @Text({ max: 300, optional: true, description: 'Former district', example: 'huyện Cầu Kè' }) district?: string;
  @Text({ max: 300, optional: true, description: 'Province, old or new', example: 'Trà Vinh' }) province?: string;
}

export const OUTCOMES = ['one', 'several', 'none'] as const;

export class ResolutionDto {
  @OneOf(OUTCOMES, { description: 'several: ask, do not choose' }) outcome: (typeof OUTCOMES)[number];
  @ListOf(() => PlaceDto) candidates: PlaceDto[];
  @Texts({ description: 'Codes, e.g. commune.divided' }) warnings: string[];
}

export function toProvinceDto({ code, name, kind }: Province): ProvinceDto {
  return { code, name, kind };
}

export function toPlaceDto({ code, name, kind, provinceCode, provinceName }: Place): PlaceDto {
  return { code, name, kind, provinceCode, provinceName };
}

export function toPlaceHitDto({ place, matched, via, former }: SearchHit): PlaceHitDto {
  return { place: toPlaceDto(place), matched, via, former: former ?? null };
}

export function toResolutionDto({ outcome, candidates, warnings }: Resolution): ResolutionDto {
  return { outcome, candidates: candidates.map(toPlaceDto), warnings };
}

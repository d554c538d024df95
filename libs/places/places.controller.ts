import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { platformProblem, Public } from '@choxa/platform';
import {
  PlaceDto,
  PlaceHitsDto,
  PlacesDto,
  ProvincesDto,
  ResolutionDto,
  ResolvePlaceQuery,
  SearchPlacesQuery,
  toPlaceDto,
  toPlaceHitDto,
  toProvinceDto,
  toResolutionDto,
} from './place.dto.js';
import { Places } from './places.js';

@ApiTags('places')
@Controller('places')
export class PlacesController {
  constructor(private readonly places: Places) {}

  @Get('provinces')
  @Public()
  @ApiOkResponse({ type: ProvincesDto })
  provinces(): ProvincesDto {
    return { data: this.places.provinces().map(toProvinceDto) };
  }

  @Get('provinces/:code/communes')
  @Public()
  @ApiOkResponse({ type: PlacesDto })
  communes(@Param('code') code: string): PlacesDto {
    if (!this.places.province(code)) throw platformProblem('not-found');
    return { data: this.places.communes(code).map(toPlaceDto) };
  }

  @Get('communes/:code')
  @Public()
  @ApiOkResponse({ type: PlaceDto })
  commune(@Param('code') code: string): PlaceDto {
    const place = this.places.commune(code);
    if (!place) throw platformProblem('not-found');
    return toPlaceDto(place);
  }

  @Get('search')
  @Public()
  @ApiOkResponse({ type: PlaceHitsDto })
  search(@Query() { q, province, limit }: SearchPlacesQuery): PlaceHitsDto {
    return { data: this.places.search(q, { province, limit }).map(toPlaceHitDto) };
  }

  @Get('resolve')
  @Public()
  @ApiOkResponse({ type: ResolutionDto })
  resolve(@Query() query: ResolvePlaceQuery): ResolutionDto {
    return toResolutionDto(this.places.resolve(query));
  }
}

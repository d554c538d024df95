import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, SomeOf, Text } from '@choxa/platform';
import { CoveredPlaceDto, NamedFilterDto, ScopePageQueryDto, ScopeQueryDto } from '../scope/scope.dto.js';
import { CUTS, type Cut } from '../scope/scope.js';
import { MEASURES, type Measure } from './measure.rules.js';

const SHARE = { max: 6, optional: true, example: '66.66', description: 'Percent, rounded down; null when none arose' };
const VALUE = { max: 24, optional: true, example: '66.66', description: 'By the measure, rounded down; null when none arose' };
const UNIT = { description: 'What is counted', example: 'products' };
const NET = { optional: true, description: 'The same without sales of a household to itself; null where there are none' };
/** Where an indicator ranks and breaks down by place. */
export const PLACE_CUTS = ['province', 'commune'] as const;

export class BreakdownQueryDto extends ScopePageQueryDto {
  @OneOf(CUTS, { description: 'What a row stands for' }) by: Cut;
}

export class RankingQueryDto extends ScopeQueryDto {
  @OneOf(PLACE_CUTS, { optional: true, description: 'Provinces unless told' }) by?: (typeof PLACE_CUTS)[number];
}

export class ShareDto {
  @Int() numerator: number;
  @Int() denominator: number;
  @Text(SHARE) share: string | null;
}

/** Numerator, denominator and the value they make by the indicator's measure. */
export class CountedDto {
  @Int() numerator: number;
  @Int() denominator: number;
  @Text(VALUE) value: string | null;
}

export class SideDto {
  @Text({ description: 'Which figure it is' }) key: string;
  @Int() numerator: number;
  @Int({ optional: true, description: 'Null: a plain count' }) denominator: number | null;
  @Text({ ...SHARE, description: 'Percent, rounded down; null for a plain count or when none arose' }) share: string | null;
  @Text(UNIT) unit: string;
}

export class CellDto extends CountedDto {
  @Text() code: string;
  @Text({ max: 1000 }) name: string;
  @Text({ ...SHARE, description: 'The value, where the measure is a share' }) share: string | null;
  @Nested(() => CountedDto, NET) net: CountedDto | null;
  @Flag({ description: 'Under five buyers: values are left out' }) fewBuyers: boolean;
  @ListOf(() => SideDto) sides: SideDto[];
}

export class CellsDto {
  @ListOf(() => CellDto) data: CellDto[];
  @Text({ max: 500, optional: true }) next: string | null;
}

export class RankedCellDto extends CellDto {
  @Int({ min: 1, optional: true, description: 'The highest value is first, equal values rank equally; null where none arose' })
  rank: number | null;
}

export class RankedCellsDto {
  @ListOf(() => RankedCellDto, { max: 5000 }) data: RankedCellDto[];
  @Text({ optional: true }) next: string | null;
}

export class TrendPointDto extends CountedDto {
  @Text() period: string;
  @Int({ description: '0: the facts as they stand' }) version: number;
  @Nested(() => CountedDto, NET) net: CountedDto | null;
  @Flag({ description: 'Period or cut-off still ahead: the figure may change' }) provisional: boolean;
}

export class TrendDto {
  @ListOf(() => TrendPointDto, { description: 'Eight quarters, oldest first' }) data: TrendPointDto[];
  @Text({ optional: true }) next: string | null;
}

/** A line of the board. */
export class IndicatorOnBoardDto extends CountedDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @OneOf(MEASURES) measure: Measure;
  @Text(UNIT) unit: string;
  @Text({ optional: true, description: 'In the unit of the value; null without one' }) target: string | null;
  @Nested(() => CountedDto, NET) net: CountedDto | null;
  @Text() period: string;
  @Int({ description: '0: the facts as they stand' }) version: number;
  @Flag({ description: 'Period or cut-off still ahead: the figure may change' }) provisional: boolean;
  @Instant() asOf: string;
  @Text() methodVersion: string;
}

export class BoardDto {
  @ListOf(() => IndicatorOnBoardDto) data: IndicatorOnBoardDto[];
  @Text({ optional: true }) next: string | null;
}

export class MethodDto {
  @Text() version: string;
  @Text({ description: 'The decision it follows' }) basis: string;
  @Text({ max: 500 }) formula: string;
  @Text({ max: 2000 }) textVi: string;
  @Text({ max: 2000 }) textEn: string;
}

/** What every indicator says of itself. */
export class IndicatorDto extends CountedDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @OneOf(MEASURES) measure: Measure;
  @Text(UNIT) unit: string;
  @Text({ ...SHARE, description: 'The value, where the measure is a share' }) share: string | null;
  @Nested(() => CountedDto, NET) net: CountedDto | null;
  @ListOf(() => SideDto) sides: SideDto[];
  @Text() period: string;
  @Int({ description: 'Closed version of the period; 0: the facts as they stand' }) version: number;
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Instant({ description: 'From then on later returns no longer change the figure' }) cutOffAt: string;
  @Flag({ description: 'Period or cut-off still ahead: the figure may change' }) provisional: boolean;
  @Text({ optional: true, description: 'The one province covered, if it is one' }) province: string | null;
  @ListOf(() => CoveredPlaceDto, { description: 'Provinces and communes covered; empty for the whole nation' }) covers: CoveredPlaceDto[];
  @ListOf(() => NamedFilterDto, { description: 'What the figure is narrowed to, in the order of the drill' }) filters: NamedFilterDto[];
  @SomeOf(CUTS, { description: 'How it can be filtered and broken down' }) breakdowns: Cut[];
  @Text({ optional: true, description: 'In the unit of the value; null without one' }) target: string | null;
  @Instant() asOf: string;
  @Nested(() => MethodDto) method: MethodDto;
  @ListOf(() => CellDto, { description: 'Every province covered, also where none arose; empty where it is not broken down so' })
  byProvince: CellDto[];
}

import { IntersectionType } from '@nestjs/swagger';
import { Int, OneOf, PageQuery, Text } from '@choxa/platform';
import { CUTS, type Cut } from './scope.js';

const optional = true;
const PERIOD = {
  max: 11,
  optional,
  description: 'Quarter `2026-Q3`, year to its end `2026-Q3-YTD` or year `2026` in Asia/Ho_Chi_Minh; the current quarter unless told',
};
const VERSION = { optional, description: 'Closed version of the period; 0 for the facts as they stand; the latest closed one unless told' };
const PROVINCE = { max: 2, pattern: /^(\d{2})?$/, optional, description: 'Code of a province; all that the caller may see unless told' };
const COMMUNE = { max: 5, pattern: /^(\d{5})?$/, optional, description: 'Code of a commune' };
const ID = { max: 36, pattern: /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, optional };
const HOUSEHOLD = { ...ID, description: 'Id of a selling household' };
const PRODUCT = { ...ID, description: 'Id of a product' };
const SET = { max: 2, pattern: /^(\d{1,2})?$/, optional, description: 'Code of a product set' };
const OPERATOR = { max: 40, pattern: /^[A-Za-z0-9_-]*$/, optional, description: 'Code of a postal operator' };

/** What every figure can be asked for. */
export class ScopeQueryDto {
  @Text(PERIOD) period?: string;
  @Int(VERSION) version?: number;
  @Text(PROVINCE) province?: string;
  @Text(COMMUNE) commune?: string;
  @Text(HOUSEHOLD) household?: string;
  @Text(PRODUCT) product?: string;
  @Text(SET) set?: string;
  @Text(OPERATOR) operator?: string;
}

/** The same for a list in pages. */
export class ScopePageQueryDto extends IntersectionType(ScopeQueryDto, PageQuery) {}

/** A province or commune. */
export class CoveredPlaceDto {
  @Text() code: string;
  @Text() name: string;
}

/** One of the filters of an answer, by name. */
export class NamedFilterDto {
  @OneOf(CUTS) key: Cut;
  @Text() code: string;
  @Text({ max: 1000 }) name: string;
}

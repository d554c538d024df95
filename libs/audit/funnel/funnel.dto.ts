import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { MethodDto } from '../indicators/indicator.dto.js';
import { CoveredPlaceDto, NamedFilterDto, ScopeQueryDto } from '../scope/scope.dto.js';
import { FUNNEL_CUTS, type FunnelCut } from './funnel.query.js';
import { FUNNEL_STEPS, type FunnelStep } from './funnel.rules.js';

const SHARE = { max: 6, optional: true, example: '66.66' };

export class FunnelQueryDto extends ScopeQueryDto {
  @OneOf(FUNNEL_CUTS, { optional: true, description: 'What a row stands for: provinces unless told, communes inside a province' })
  by?: FunnelCut;
}

export class FunnelStepDto {
  @OneOf(FUNNEL_STEPS) key: FunnelStep;
  @Int() products: number;
  @Text({ ...SHARE, description: 'Percent of the step before, rounded down; null for the first and when none arose' }) ofBefore:
    string | null;
  @Text({ ...SHARE, description: 'Percent of the first step, rounded down; null when none arose' }) ofFirst: string | null;
  @Int({ description: 'Without lines that a household sold to itself' }) netProducts: number;
  @Text({ ...SHARE, description: 'The same of the step before' }) netOfBefore: string | null;
}

export class FunnelCellDto {
  @Text() code: string;
  @Text({ max: 1000 }) name: string;
  @Int() listed: number;
  @Int() labelled: number;
  @Int() sold: number;
  @Int() delivered: number;
  @Int({ description: 'Without lines that a household sold to itself' }) netSold: number;
  @Int() netDelivered: number;
}

/** How many products were on sale, how many of these had a complete label, sold, and were delivered to the address. */
export class FunnelDto {
  @ListOf(() => FunnelStepDto, { description: 'Each a part of the one before; none in a version that was closed before they were counted' })
  steps: FunnelStepDto[];
  @OneOf(FUNNEL_CUTS) by: FunnelCut;
  @ListOf(() => FunnelCellDto, { max: 5000, description: 'By `by`, in the sequence of the codes; only where something was on sale' })
  cells: FunnelCellDto[];
  @Text() period: string;
  @Int({ description: 'Closed version of the period; 0: the facts as they stand' }) version: number;
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Instant({ description: 'From then on later returns no longer change the figures' }) cutOffAt: string;
  @Flag({ description: 'Period or cut-off still ahead: the figures may change' }) provisional: boolean;
  @ListOf(() => CoveredPlaceDto, { description: 'Provinces and communes covered; empty for the whole nation' }) covers: CoveredPlaceDto[];
  @ListOf(() => NamedFilterDto) filters: NamedFilterDto[];
  @Instant() asOf: string;
  @Nested(() => MethodDto) method: MethodDto;
}

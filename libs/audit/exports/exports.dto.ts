import { Flag, Int, OneOf, Uuid } from '@choxa/platform';
import { ScopeQueryDto } from '../scope/scope.dto.js';
import { CUTS, type Cut } from '../scope/scope.js';

const optional = true;

/** What a table can be asked for: the scope of every figure, and what single tables need beside it. */
export class ExportQueryDto extends ScopeQueryDto {
  @Int({ max: 99, optional, description: 'Number of an indicator' }) indicator?: number;
  @OneOf(CUTS, { optional, description: 'By what a breakdown is cut; by province unless told' }) by?: Cut;
  @Flag({ optional, description: 'Only compliant lines, or only the failing ones' }) compliant?: boolean;
  @Int({ optional, description: 'Closed version that the one of the scope is compared with; 0 for the facts as they stand' }) from?: number;
  @Uuid({ optional, description: 'Id of the one thing a table belongs to: a sample, a report' }) id?: string;
}

export type TableParams = Omit<ExportQueryDto, keyof ScopeQueryDto>;

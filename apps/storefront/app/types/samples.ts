/** Samples of officials, as the API answers them. */
import type * as Api from '@choxa/api-client';

export type Sample = Api.SampleDto;
export type SampleItem = Api.SampleItemDto;
export type SampleResult = Api.SampleResultDto;
export type Inspection = Api.InspectionDto;
export type Verdict = Inspection['outcome'];
export type InspectedField = Api.VerdictDto['field'];

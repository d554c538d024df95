/** Answers of the API at the pages of an operator's managers. */
import type * as Api from '@choxa/api-client';

export type Leg = Api.LegDto;
export type RegisteredOffice = Api.RegisteredOfficeDto;
export type Coverage = Api.CoverageDto;
export type OfficeSheet = Api.OfficeSheetDto;
export type Tariffs = Api.TariffsDto;
export type Norm = Api.NormDto;
export type NumberRange = Api.NumberRangeDto;
export type StaffMember = Api.StaffMemberDto;
export type ParcelPath = Api.PathDto;

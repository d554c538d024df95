/** Answers of the API at the desks, under the words the pages use. */
import type * as Api from '@choxa/api-client';

export type OwnHousehold = Api.HouseholdDto;
export type HouseholdReview = Api.HouseholdReviewDto;
export type ChecklistItem = Api.ChecklistItemDto;
export type Suspension = Api.SuspensionDto;
export type SuspensionReason = Api.SuspensionReasonDto;
export type PlaceResolution = Api.ResolutionDto;
export type DeskProduct = Api.DeskProductDto;
export type LabelGaps = Api.LabelGapsDto;
export type LabelPart = Api.LabelGapDto['part'];
export type Lot = Api.LotDto;
export type TraceEvent = Api.TraceEventDto;
export type TraceStep = TraceEvent['step'];
export type Recall = Api.RecallDto;
export type SellerOrder = Api.SellerOrderDto;
export type SellerOrderState = SellerOrder['state'];
export type PostOffice = Api.OfficeDto;
export type StaffParcel = Api.StaffParcelDto;
export type ParcelState = StaffParcel['state'];
export type ParcelContent = Api.ParcelContentDto;
export type ScanResult = Api.ScanResultDto;
export type ProvinceShare = Api.NamedShareDto;
export type LabelledProducts = Api.LabelledProductsDto;
export type ParcelsToAddress = Api.ParcelsToAddressDto;
export type TradedLine = Api.TradedLineDto;
export type ProductSheet = Api.ProductSheetDto;
export type SheetRow = Api.SheetRowDto;

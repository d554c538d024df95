/** Answers of the API under the words the pages use; their shapes are generated from the API's own document. */
import type * as Api from '@choxa/api-client';

export interface Listed<T> {
  data: T[];
  next: string | null;
}

/** RFC 9457, as every failure of the API is told. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors: { pointer: string; code: string; detail?: string }[];
}

export type Province = Api.ProvinceDto;
export type Place = Api.PlaceDto;
export type Picture = Api.ListImageDto;
export type ListItem = Api.ListItemDto;
export type Facets = Api.FacetsDto;
export type ProductList = Api.ListItemsDto;
export type RelatedProducts = Api.RelatedProductsDto;
export type Suggestion = Api.SuggestionDto;
export type Ranking = Api.RankingDto;
export type OpenDataAnswer = Api.OpenDataDto;
export type Barcode = Api.PackBarcodeDto;
export type Pack = Api.ProductPagePackDto;
export type Recognition = Api.RecognitionViewDto;
export type Label = Api.ProductLabelDto;
export type LabelLevel = Label['level'];
export type Product = Api.ProductPageDto;
export type ShopPage = Api.ShopPageDto;
export type LotStage = Api.LotStageDto;
export type Rating = Api.RatingDto;
export type Review = Api.ReviewDto;
export type ProductReviews = Api.ProductReviewsDto;
export type HouseholdReviews = Api.HouseholdReviewsDto;
export type Question = Api.QuestionDto;
export type OwnReview = Api.OwnReviewDto;
export type ReviewableLine = Api.ReviewableLineDto;
export type PackPostage = Api.PackPostageDto;
export type ReportStatus = Api.ReportStatusDto;
export type Home = Api.HomeDto;
export type Household = Api.PublicHouseholdDto;
export type CartLine = Api.CartLineDto;
export type Cart = Api.CartDto;
export type CartHousehold = Api.CartHouseholdDto;
export type CounterOffice = Api.CounterOfficeDto;
export type PlacedOrder = Api.PlacedOrderDto;
export type Me = Api.MeDto;
export type SavedAddress = Api.SavedAddressDto;
export type Favourites = Api.FavouritesDto;
export type AccountOrders = Api.AccountOrdersDto;
export type Order = Api.OrderDto;
export type OrderParcel = Api.OrderParcelDto;
export type Payments = Api.PaymentsDto;
export type Payment = Api.PaymentDto;
export type Tracking = Api.TrackingDto;
export type ParcelOptions = Api.ParcelOptionsDto;
export type Trace = Api.TraceDto;
export type DemoInfo = Api.DemoDto;
export type DemoMessage = Api.DemoMessageDto;
export type LegalText = Api.LegalTextDto;
export type Consents = Api.ConsentsDto;
export type DeletionRequest = Api.DeletionRequestDto;
export type Session = Api.SessionDto;
export type SecondFactorOffer = Api.SecondFactorOfferDto;
export type RecoveryCodes = Api.RecoveryCodesDto;
export type Notices = Api.NoticesDto;
export type ApiKey = Api.ApiKeyDto;
export type ApiKeys = Api.ApiKeysDto;
export type CreatedApiKey = Api.CreatedApiKeyDto;
export type AfterSale = Api.AfterSaleDto;
export type AfterSalePart = Api.AfterSalePartDto;
export type Return = Api.ReturnDto;
export type Refund = Api.RefundDto;
export type Complaint = Api.ComplaintDto;

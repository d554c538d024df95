export { PublicServiceServed, type PublicServiceServedV1 } from './events/counter.events.js';
export {
  PICKUP_ANSWERS,
  PICKUP_HALVES,
  PickupAnswered,
  PickupRequested,
  type PickupAnswer,
  type PickupAnsweredV1,
  type PickupHalf,
  type PickupRequestedV1,
} from './events/pickup.events.js';
export { breachesOf, ContractBreach, readPostalEvent, type PostalEvent } from './events/postal-event.js';
export { PostingChanged, type PostingChangedV1 } from './events/posting-changed.events.js';
export {
  PostingRequested,
  type ContentV1,
  type DeliverToV1,
  type PartyV1,
  type PostingRequestedV1,
} from './events/posting-requested.events.js';
export {
  CLOSING_OUTCOMES,
  CONTENT_CHECKS,
  PARCEL_STATES,
  ParcelAccepted,
  ParcelClosed,
  ParcelDelivered,
  ParcelRegistered,
  ParcelReopened,
  ParcelReturned,
  ParcelStatusChanged,
  type ClosingOutcome,
  type ContentCheck,
  type ParcelAcceptedV1,
  type ParcelClosedV1,
  type ParcelDeliveredV1,
  type ParcelRegisteredV1,
  type ParcelReopenedV1,
  type ParcelReturnedV1,
  type ParcelState,
  type ParcelStatusChangedV1,
  type RestV1,
} from './events/parcel.events.js';
export { PostingWithdrawn, WithdrawalRefused, type PostingWithdrawnV1, type WithdrawalRefusedV1 } from './events/withdrawal.events.js';
export { ParcelPacked, type PackedContentV1, type ParcelPackedV1 } from './events/packing.events.js';
export { OfficeChanged, SERVICE_POINT_KINDS, type OfficeChangedV1, type ServicePointKind } from './events/office.events.js';
export {
  QuarterReported,
  REPORT_VERDICTS,
  ReportAnswered,
  REPORTED_INDICATORS,
  type QuarterReportedV1,
  type ReportAnsweredV1,
  type ReportVerdict,
  type ReportedFigureV1,
  type ReportedIndicator,
} from './events/report.events.js';
export { CodRemitted, type CodRemittedV1, type RemittedParcelV1 } from './events/remittance.events.js';
export { PostageQuotes, QUOTE_TIME_LIMIT_MS, quoteInTime, type PostageQuote, type PostageRequest } from './quotes/postage-quotes.js';
export { PostOffices, type CounterOffice } from './offices/post-offices.js';
export {
  CompensationDecided,
  DeliveryDisputed,
  DisputeDecided,
  type CompensationDecidedV1,
  type DeliveryDisputedV1,
  type DisputeDecidedV1,
} from './events/dispute.events.js';

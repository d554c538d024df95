import { AnswerClaim } from '../claims/answer-claim.js';
import { ClaimData } from '../claims/claim-data.js';
import { ClaimsController } from '../claims/claims.controller.js';
import { Claims } from '../claims/claims.query.js';
import { OpenClaim } from '../claims/open-claim.js';
import { SendNotices } from '../notices/send-notices.js';
import { ParcelCodes } from '../recipients/parcel-codes.js';
import { ParcelOptions } from '../recipients/parcel-options.query.js';
import { RecipientController } from '../recipients/recipient.controller.js';
import { RedirectParcel } from '../recipients/redirect-parcel.js';
import { DueReturns } from '../returns/due-returns.query.js';
import { ReturnByItself } from '../returns/return-by-itself.js';
import { ReturnParcel } from '../returns/return-parcel.js';
import { ReturnsController } from '../returns/returns.controller.js';
import { TurnBack } from '../returns/turn-back.js';
import { DecideReview } from '../reviews/decide-review.js';
import { DeliveryReviewsController } from '../reviews/delivery-reviews.controller.js';
import { DeliveryReviews } from '../reviews/delivery-reviews.query.js';
import { DisputeDelivery } from '../reviews/dispute-delivery.js';
import { ReviewDelivery } from '../reviews/review-delivery.js';
import { CarryRun } from '../runs/carry-run.js';
import { PlanRun } from '../runs/plan-run.js';
import { RunsController } from '../runs/runs.controller.js';
import { Runs } from '../runs/runs.query.js';
import { AddProofPicture } from './add-proof-picture.js';
import { DeliverParcel } from './deliver-parcel.js';
import { DeliveryController } from './delivery.controller.js';
import { FailureReasons } from './failure-reasons.query.js';
import { ProofPictures } from './proof-pictures.query.js';
import { SendBackRest } from './send-back-rest.js';

/** The last mile and what may go wrong on it: rounds, attempts, proofs, wishes of recipients, returns, claims. */
export const DELIVERY_CONTROLLERS = [
  DeliveryController,
  RunsController,
  RecipientController,
  ReturnsController,
  DeliveryReviewsController,
  ClaimsController,
];

export const DELIVERY_PROVIDERS = [
  DeliverParcel,
  SendBackRest,
  AddProofPicture,
  ProofPictures,
  FailureReasons,
  Runs,
  PlanRun,
  CarryRun,
  ParcelCodes,
  ParcelOptions,
  RedirectParcel,
  SendNotices,
  DueReturns,
  TurnBack,
  ReturnParcel,
  ReturnByItself,
  ReviewDelivery,
  DeliveryReviews,
  DecideReview,
  DisputeDelivery,
  Claims,
  OpenClaim,
  AnswerClaim,
  ClaimData,
];

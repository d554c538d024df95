import { ComplaintEntity } from '../complaints/complaint.entity.js';
import { ComplaintMessageEntity } from '../complaints/complaint-message.entity.js';
import { AnswerComplaint } from '../complaints/answer-complaint.js';
import { BuyerComplaintsController } from '../complaints/buyer-complaints.controller.js';
import { ComplaintNotices } from '../complaints/complaint-notices.js';
import { ComplaintWindow } from '../complaints/complaint-window.js';
import { ComplaintsController } from '../complaints/complaints.controller.js';
import { Complaints } from '../complaints/complaints.query.js';
import { MoveComplaint } from '../complaints/move-complaint.js';
import { EndDisputeWhenDecided, KeepDisputeWhenDeliveryDisputed } from '../complaints/dispute-handlers.js';
import { OpenComplaint } from '../complaints/open-complaint.js';
import { PursueComplaint } from '../complaints/pursue-complaint.js';
import { AnswerRefund } from '../refunds/answer-refund.js';
import { OweMissingRefunds } from '../refunds/owe-missing-refunds.js';
import { OweRefund } from '../refunds/owe-refund.js';
import { PayRefund } from '../refunds/pay-refund.js';
import { RefundEntity } from '../refunds/refund.entity.js';
import { RefundsController } from '../refunds/refunds.controller.js';
import { AnswerReturn } from '../returns/answer-return.js';
import { BuyerReturnsController } from '../returns/buyer-returns.controller.js';
import { HouseholdReturnsController } from '../returns/household-returns.controller.js';
import { MoveReturn } from '../returns/move-return.js';
import { TakeBackRest } from '../returns/take-back-rest.js';
import { OpenRefusedParcel } from '../returns/open-refused-parcel.js';
import { ReceiveReturn } from '../returns/receive-return.js';
import { RefundReturn } from '../returns/refund-return.js';
import { RequestReturn } from '../returns/request-return.js';
import { ReturnCaseEntity } from '../returns/return-case.entity.js';
import { ReturnLineEntity } from '../returns/return-line.entity.js';
import { ReturnPictureEntity } from '../returns/return-picture.entity.js';
import { ReturnPictures } from '../returns/return-pictures.js';
import { RunReturnClocks } from '../returns/run-return-clocks.js';
import { ReturnPosting } from '../returns/return-posting.js';
import {
  ArriveRestWhenParcelReturned,
  ArriveReturnWhenParcelDelivered,
  NumberReturnWhenParcelRegistered,
  PostReturnWhenParcelAccepted,
} from '../returns/return-parcel-handlers.js';
import { WithdrawReturn } from '../returns/withdraw-return.js';
import { AfterSaleTermEntity } from '../terms/after-sale-term.entity.js';
import { Terms } from '../terms/terms.js';
import { AfterSaleController } from './after-sale.controller.js';
import { AfterSaleData } from './after-sale-data.js';
import { AfterSale } from './after-sale.query.js';

// What happens after a sale (returns, refunds, complaints), as it is put together in the module and the lib.

export const AFTER_SALE_ENTITIES = [
  AfterSaleTermEntity,
  ReturnCaseEntity,
  ReturnLineEntity,
  ReturnPictureEntity,
  RefundEntity,
  ComplaintEntity,
  ComplaintMessageEntity,
];

export const AFTER_SALE_CONTROLLERS = [
  AfterSaleController,
  BuyerReturnsController,
  HouseholdReturnsController,
  RefundsController,
  ComplaintsController,
  BuyerComplaintsController,
];

export const AFTER_SALE_PROVIDERS = [
  Terms,
  AfterSale,
  AfterSaleData,
  OweRefund,
  OweMissingRefunds,
  RunReturnClocks,
  PayRefund,
  AnswerRefund,
  MoveReturn,
  OpenRefusedParcel,
  TakeBackRest,
  RequestReturn,
  AnswerReturn,
  WithdrawReturn,
  ReceiveReturn,
  RefundReturn,
  ReturnPosting,
  ReturnPictures,
  NumberReturnWhenParcelRegistered,
  PostReturnWhenParcelAccepted,
  KeepDisputeWhenDeliveryDisputed,
  EndDisputeWhenDecided,
  ArriveRestWhenParcelReturned,
  ArriveReturnWhenParcelDelivered,
  ComplaintWindow,
  ComplaintNotices,
  MoveComplaint,
  OpenComplaint,
  AnswerComplaint,
  PursueComplaint,
  Complaints,
];

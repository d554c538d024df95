import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PlacesModule } from '@choxa/places';
import { ownDatabase } from '@choxa/platform';
import { PostageQuotes, PostOffices } from '@choxa/postal-contract';
import { PostalDatabase } from './postal-database.js';
import './postal.policies.js';
import { BagScans } from './bags/bag-scans.js';
import { BagsController } from './bags/bags.controller.js';
import { Bags } from './bags/bags.query.js';
import { FillBag } from './bags/fill-bag.js';
import { MoveBag } from './bags/move-bag.js';
import { NextHops } from './bags/next-hops.query.js';
import { OpenBag } from './bags/open-bag.js';
import { PrintBagLabel } from './bags/print-bag-label.js';
import { UnpackBag } from './bags/unpack-bag.js';
import { CashControlController } from './cod/cash-control.controller.js';
import { CashStanding } from './cod/cash-standing.query.js';
import { Reconciliation } from './cod/reconciliation.query.js';
import { CashCapsController } from './cod/cash-caps.controller.js';
import { CashCaps } from './cod/cash-caps.query.js';
import { EnterCashCap } from './cod/enter-cash-cap.js';
import { HandOverSlip } from './cod/hand-over-slip.js';
import { RepayShortage } from './cod/repay-shortage.js';
import { ShortageRepaymentsController } from './cod/shortage-repayments.controller.js';
import { CashController } from './cod/cash.controller.js';
import { CashDesk } from './cod/cash-desk.query.js';
import { ConfirmCashCount } from './cod/confirm-cash-count.js';
import { CountCash } from './cod/count-cash.js';
import { DepositCash } from './cod/deposit-cash.js';
import { SetCashCap } from './cod/set-cash-cap.js';
import { WithdrawCashCount } from './cod/withdraw-cash-count.js';
import { CodRemittancesController } from './cod/cod-remittances.controller.js';
import { CodToPay } from './cod/cod-to-pay.query.js';
import { PayOut } from './cod/pay-out.js';
import { RemitCod } from './cod/remit-cod.js';
import { ClosePayoutBatch } from './payouts/close-payout-batch.js';
import { MakePayoutBatch } from './payouts/make-payout-batch.js';
import { PayoutBatchesController } from './payouts/payout-batches.controller.js';
import { PayoutBatches } from './payouts/payout-batches.query.js';
import { SettlePayoutLine } from './payouts/settle-payout-line.js';
import { TakeBankStatement } from './payouts/take-bank-statement.js';
import { CounterSettingsController } from './counter-settings/counter-settings.controller.js';
import { DecideCounterSetting } from './counter-settings/counter-settings.js';
import { AddProofPicture } from './delivery/add-proof-picture.js';
import { SendBackRest } from './delivery/send-back-rest.js';
import { DeliverParcel } from './delivery/deliver-parcel.js';
import { EventFeedController } from './feeds/event-feed.controller.js';
import { EventFeed } from './feeds/event-feed.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { FailureReasons } from './delivery/failure-reasons.query.js';
import { ProofPictures } from './delivery/proof-pictures.query.js';
import { SeedPost } from './demo/seed-post.js';
import { AddLeg } from './network/add-leg.js';
import { EndLeg } from './network/end-leg.js';
import { LayHubAndSpoke } from './network/lay-hub-and-spoke.js';
import { Legs } from './network/legs.query.js';
import { NetworkController } from './network/network.controller.js';
import { Network } from './network/network.js';
import { Reroute } from './network/reroute.js';
import { AnswerCorrection } from './corrections/answer-correction.js';
import { ApplyCorrection } from './corrections/apply-correction.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { Corrections } from './corrections/corrections.query.js';
import { DeclareCorrection } from './corrections/declare-correction.js';
import { DeviceData } from './devices/device-data.js';
import { DevicesController } from './devices/devices.controller.js';
import { Devices } from './devices/devices.query.js';
import { RegisterDevice } from './devices/register-device.js';
import { RevokeDevice } from './devices/revoke-device.js';
import { UnlockDevice } from './devices/unlock-device.js';
import { OfficeListsController } from './office-lists/office-lists.controller.js';
import { OfficeLists } from './office-lists/office-lists.query.js';
import { ImportOffices } from './offices/import-offices.js';
import { OfficeRegisterController } from './offices/office-register.controller.js';
import { OfficeRegister } from './offices/office-register.query.js';
import { OfficesController } from './offices/offices.controller.js';
import { CounterOffices } from './offices/counter-offices.js';
import { Offices } from './offices/offices.query.js';
import { OpenOffice } from './offices/open-office.js';
import { SaveOffice } from './offices/save-office.js';
import { OfficeChangesAgain } from './offices/office-changes-again.js';
import { CounterServicesAgain } from './counter-services/counter-services-again.js';
import { ReportsAgain } from './reports/reports-again.js';
import { TellOfficeChanges } from './offices/tell-office-changes.js';
import { AddNumberRange } from './operators/add-number-range.js';
import { OperatorsController } from './operators/operators.controller.js';
import { Operators } from './operators/operators.query.js';
import { SetUpOperator } from './operators/set-up-operator.js';
import { AcceptParcel } from './parcels/accept-parcel.js';
import { AcceptParcelsController } from './parcels/accept-parcels.controller.js';
import { AcceptParcels } from './parcels/accept-parcels.js';
import { AnnouncedParcels } from './parcels/announced-parcels.query.js';
import { ChangeParcelWhenPostingChanged } from './parcels/change-parcel-when-posting-changed.js';
import { RegisterParcel } from './parcels/register-parcel.js';
import { RegisterParcelWhenPostingRequested } from './parcels/register-parcel-when-posting-requested.js';
import { CounterServicesController } from './counter-services/counter-services.controller.js';
import { CounterServices } from './counter-services/counter-services.query.js';
import { RecordCounterService } from './counter-services/record-counter-service.js';
import { TakeWalkInParcel } from './walk-in/take-walk-in-parcel.js';
import { CounterData } from './walk-in/counter-data.js';
import { WalkInPostage } from './walk-in/walk-in-postage.query.js';
import { WalkInParcelsController } from './walk-in/walk-in-parcels.controller.js';
import { PrintReceipts } from './parcels/receipts/print-receipts.js';
import { PrintShippingLabels } from './parcels/labels/print-shipping-labels.js';
import { ShippingLabelsController } from './parcels/labels/shipping-labels.controller.js';
import { StaffParcelsController } from './parcels/staff-parcels.controller.js';
import { StaffParcels } from './parcels/staff-parcels.query.js';
import { WithdrawParcel } from './parcels/withdraw-parcel.js';
import { WithdrawPostingWhenWithdrawn } from './parcels/withdraw-posting-when-withdrawn.js';
import { AnswerPickup } from './pick-ups/answer-pickup.js';
import { KeepPickupWhenRequested } from './pick-ups/keep-pickup-when-requested.js';
import { PickupRoundsController } from './pick-ups/pickup-rounds.controller.js';
import { PickupRounds } from './pick-ups/pickup-rounds.query.js';
import { PickupsController } from './pick-ups/pickups.controller.js';
import { Pickups } from './pick-ups/pickups.query.js';
import { CorrectFigure } from './reports/correct-figure.js';
import { KeepAnswerWhenReportAnswered } from './reports/keep-answer-when-report-answered.js';
import { QuarterDrafts } from './reports/quarter-drafts.js';
import { QuarterReportsController } from './reports/quarter-reports.controller.js';
import { QuarterReports } from './reports/quarter-reports.query.js';
import { RemindOfReports } from './reports/remind-of-reports.js';
import { SubmitReport } from './reports/submit-report.js';
import { AssignStaff } from './staff/assign-staff.js';
import { EndStaff } from './staff/end-staff.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffPlaces } from './staff/staff-places.js';
import { Staff } from './staff/staff.query.js';
import { POSTAL_ROLE, postalLib } from './postal.lib.js';
import { MakeScanMonths } from './scans/make-scan-months.js';
import { AnswerClaim } from './claims/answer-claim.js';
import { ClaimData } from './claims/claim-data.js';
import { ClaimsController } from './claims/claims.controller.js';
import { Claims } from './claims/claims.query.js';
import { OpenClaim } from './claims/open-claim.js';
import { ParcelCodes } from './recipients/parcel-codes.js';
import { ParcelOptions } from './recipients/parcel-options.query.js';
import { RecipientController } from './recipients/recipient.controller.js';
import { RedirectParcel } from './recipients/redirect-parcel.js';
import { DueReturns } from './returns/due-returns.query.js';
import { ReturnByItself } from './returns/return-by-itself.js';
import { ReturnParcel } from './returns/return-parcel.js';
import { ReturnsController } from './returns/returns.controller.js';
import { TurnBack } from './returns/turn-back.js';
import { DisputeDelivery } from './reviews/dispute-delivery.js';
import { DecideReview } from './reviews/decide-review.js';
import { DeliveryReviews } from './reviews/delivery-reviews.query.js';
import { DeliveryReviewsController } from './reviews/delivery-reviews.controller.js';
import { SendNotices } from './notices/send-notices.js';
import { CarryRun } from './runs/carry-run.js';
import { PlanRun } from './runs/plan-run.js';
import { RunsController } from './runs/runs.controller.js';
import { Runs } from './runs/runs.query.js';
import { ReviewDelivery } from './reviews/review-delivery.js';
import { MoveParcels } from './scans/move-parcels.js';
import { RecordScans } from './scans/record-scans.js';
import { ScansController } from './scans/scans.controller.js';
import { AnnounceParcel } from './senders/announce-parcel.js';
import { SentParcelsController } from './senders/sent-parcels.controller.js';
import { SentParcels } from './senders/sent-parcels.query.js';
import { WithdrawSentParcel } from './senders/withdraw-sent-parcel.js';
import { EnterNorm } from './tariffs/enter-norm.js';
import { EnterSurcharge } from './tariffs/enter-surcharge.js';
import { EnterTariff } from './tariffs/enter-tariff.js';
import { TariffsController } from './tariffs/tariffs.controller.js';
import { Tariffs } from './tariffs/tariffs.query.js';
import { TariffQuotes } from './tariffs/tariff-quotes.js';
import { TrackingLimit } from './tracking/tracking-limit.js';
import { TrackingController } from './tracking/tracking.controller.js';
import { OfficeProvinces } from './tracking/office-provinces.js';
import { Tracking } from './tracking/tracking.query.js';
import { ChangeGoods } from './warehouse/change-goods.js';
import { PackParcel } from './warehouse/pack-parcel.js';
import { PickParcel } from './warehouse/pick-parcel.js';
import { Picks } from './warehouse/picks.query.js';
import { ReceiveGoods } from './warehouse/receive-goods.js';
import { StoredGoods } from './warehouse/stored-goods.query.js';
import { WarehouseController } from './warehouse/warehouse.controller.js';
import { TrackingStreams } from './tracking/tracking-streams.js';
import { ChangeWebhook } from './webhooks/change-webhook.js';
import { QueueCorrectionWhenParcelReopened, QueueRemittanceWhenCodRemitted } from './webhooks/queue-facts.js';
import { TellAcceptedParcels, TellClosedParcels } from './facts/tell-parcels.js';
import { QueueDeliveries } from './webhooks/queue-deliveries.js';
import { PauseWebhook } from './webhooks/pause-webhook.js';
import { RegisterWebhook } from './webhooks/register-webhook.js';
import { RemoveWebhook } from './webhooks/remove-webhook.js';
import { RenewWebhookSecret } from './webhooks/renew-webhook-secret.js';
import { ReplayDelivery } from './webhooks/replay-delivery.js';
import { SendDeliveries } from './webhooks/send-deliveries.js';
import { TestWebhook } from './webhooks/test-webhook.js';
import { WebhookContacts } from './webhooks/webhook-contacts.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { Webhooks } from './webhooks/webhooks.query.js';

/** The post's connections are its own, so it closes them itself. */
@Injectable()
class PostalDatabaseLifetime implements OnApplicationShutdown {
  constructor(private readonly db: PostalDatabase) {}

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
  }
}

/** The post. Everything in it runs as its own role on its own schema. Long because it names every part of the post once. */
@Module({
  imports: [PlacesModule],
  controllers: [
    OfficesController,
    OfficeRegisterController,
    NetworkController,
    OperatorsController,
    TariffsController,
    StaffParcelsController,
    AcceptParcelsController,
    DeliveryController,
    DeliveryReviewsController,
    RecipientController,
    ReturnsController,
    ClaimsController,
    RunsController,
    ScansController,
    CorrectionsController,
    DevicesController,
    TrackingController,
    PickupsController,
    PickupRoundsController,
    CodRemittancesController,
    PayoutBatchesController,
    CashCapsController,
    ShortageRepaymentsController,
    BagsController,
    StaffController,
    SentParcelsController,
    CashController,
    EventFeedController,
    WarehouseController,
    CashControlController,
    OfficeListsController,
    ShippingLabelsController,
    CounterSettingsController,
    QuarterReportsController,
    WalkInParcelsController,
    CounterServicesController,
    WebhooksController,
  ],
  providers: [
    ownDatabase(postalLib, POSTAL_ROLE, PostalDatabase),
    PostalDatabaseLifetime,
    Offices,
    OpenOffice,
    SetUpOperator,
    SeedPost,
    Network,
    Legs,
    LayHubAndSpoke,
    AddLeg,
    EndLeg,
    OfficeRegister,
    ImportOffices,
    SaveOffice,
    TellOfficeChanges,
    OfficeChangesAgain,
    CounterServicesAgain,
    ReportsAgain,
    Operators,
    AddNumberRange,
    Tariffs,
    EnterTariff,
    EnterSurcharge,
    EnterNorm,
    Reroute,
    RegisterParcel,
    RegisterParcelWhenPostingRequested,
    ChangeParcelWhenPostingChanged,
    WithdrawPostingWhenWithdrawn,
    WithdrawParcel,
    AnnounceParcel,
    SentParcels,
    EventFeed,
    ChangeWebhook,
    QueueDeliveries,
    TellAcceptedParcels,
    TellClosedParcels,
    QueueRemittanceWhenCodRemitted,
    QueueCorrectionWhenParcelReopened,
    RegisterWebhook,
    PauseWebhook,
    RemoveWebhook,
    RenewWebhookSecret,
    ReplayDelivery,
    SendDeliveries,
    TestWebhook,
    WebhookContacts,
    Webhooks,
    WithdrawSentParcel,
    KeepPickupWhenRequested,
    Pickups,
    PickupRounds,
    AnswerPickup,
    CodToPay,
    CashDesk,
    CashStanding,
    OfficeLists,
    QuarterReports,
    QuarterDrafts,
    CorrectFigure,
    SubmitReport,
    RemindOfReports,
    KeepAnswerWhenReportAnswered,
    Reconciliation,
    CountCash,
    ConfirmCashCount,
    WithdrawCashCount,
    DepositCash,
    SetCashCap,
    AcceptParcel,
    AcceptParcels,
    AnnouncedParcels,
    PrintReceipts,
    DeliverParcel,
    SendBackRest,
    AddProofPicture,
    ProofPictures,
    FailureReasons,
    ReviewDelivery,
    DeliveryReviews,
    DecideReview,
    DisputeDelivery,
    ParcelCodes,
    ParcelOptions,
    RedirectParcel,
    DueReturns,
    TurnBack,
    ReturnParcel,
    ReturnByItself,
    Claims,
    OpenClaim,
    AnswerClaim,
    ClaimData,
    Runs,
    PlanRun,
    CarryRun,
    SendNotices,
    PayOut,
    CashCaps,
    EnterCashCap,
    HandOverSlip,
    RepayShortage,
    RemitCod,
    PayoutBatches,
    MakePayoutBatch,
    ClosePayoutBatch,
    SettlePayoutLine,
    TakeBankStatement,
    MoveParcels,
    MakeScanMonths,
    Corrections,
    DeclareCorrection,
    AnswerCorrection,
    ApplyCorrection,
    Devices,
    RegisterDevice,
    UnlockDevice,
    RevokeDevice,
    DeviceData,
    RecordScans,
    StaffParcels,
    OfficeProvinces,
    Tracking,
    TrackingStreams,
    TrackingLimit,
    DecideCounterSetting,
    Bags,
    BagScans,
    OpenBag,
    FillBag,
    MoveBag,
    UnpackBag,
    NextHops,
    Staff,
    StaffPlaces,
    AssignStaff,
    EndStaff,
    PrintBagLabel,
    StoredGoods,
    ReceiveGoods,
    ChangeGoods,
    Picks,
    PickParcel,
    PackParcel,
    PrintShippingLabels,
    TakeWalkInParcel,
    WalkInPostage,
    CounterData,
    CounterServices,
    RecordCounterService,
    { provide: PostageQuotes, useClass: TariffQuotes },
    { provide: PostOffices, useClass: CounterOffices },
  ],
  exports: [
    PostageQuotes,
    PostOffices,
    Offices,
    OpenOffice,
    SetUpOperator,
    SeedPost,
    AcceptParcel,
    DeliverParcel,
    RecordScans,
    RemitCod,
    DecideCounterSetting,
  ],
})
export class PostalModule {}

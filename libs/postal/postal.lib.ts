import type { Lib } from '@choxa/platform';
import { CashCapEntity } from './cod/cash-cap.entity.js';
import { CashCountEntity } from './cod/cash-count.entity.js';
import { CashDepositEntity } from './cod/cash-deposit.entity.js';
import { CashDifferenceEntity } from './cod/cash-difference.entity.js';
import { CashDrawerEntity } from './cod/cash-drawer.entity.js';
import { QuarterCorrectionEntity } from './reports/quarter-correction.entity.js';
import { QuarterReportEntity } from './reports/quarter-report.entity.js';
import { ReportDeadlineEntity } from './reports/report-deadline.entity.js';
import { CodEntryEntity } from './cod/cod-entry.entity.js';
import { CodRemittanceEntity } from './cod/cod-remittance.entity.js';
import { ScanCorrectionEntity } from './corrections/scan-correction.entity.js';
import { AttemptEntity } from './delivery/attempt.entity.js';
import { DeliveryCodeEntity } from './delivery/delivery-code.entity.js';
import { DeviceEntity } from './devices/device.entity.js';
import { Postal1763700700000 } from './migrations/1763700700000-postal.js';
import { PostalTrailGrants1764102000001 } from './migrations/1764102000001-trail-grants.js';
import { CodRemittances1764605000010 } from './migrations/1764605000010-cod-remittances.js';
import { WithdrawnParcels1764607000000 } from './migrations/1764607000000-withdrawn-parcels.js';
import { DeliveryChoice1764604000002 } from './migrations/1764604000002-delivery-choice.js';
import { PostalInboxGrant1764609000001 } from './migrations/1764609000001-inbox-grant.js';
import { ScansByMonth1764702000000 } from './migrations/1764702000000-scans-by-month.js';
import { Bags1764703000000 } from './migrations/1764703000000-bags.js';
import { Counter1764703000001 } from './migrations/1764703000001-counter.js';
import { Acceptances1765001000000 } from './migrations/1765001000000-acceptances.js';
import { CounterServiceKindEntity } from './counter-services/counter-service-kind.entity.js';
import { CounterServiceEntity } from './counter-services/counter-service.entity.js';
import { WalkInPeople1765001000002 } from './migrations/1765001000002-walk-in-people.js';
import { CounterServices1765001000001 } from './migrations/1765001000001-counter-services.js';
import { AcceptanceEntity } from './parcels/acceptance.entity.js';
import { CounterPaymentEntity } from './walk-in/counter-payment.entity.js';
import { BagEntity } from './bags/bag.entity.js';
import { BagParcelEntity } from './bags/bag-parcel.entity.js';
import { CounterSettingEntity } from './counter-settings/counter-setting.entity.js';
import { PostalNetwork1764701000001 } from './migrations/1764701000001-network.js';
import { DatedTariffs1764701000002 } from './migrations/1764701000002-dated-tariffs.js';
import { RangesSideBySide1764701000003 } from './migrations/1764701000003-ranges-side-by-side.js';
import { LegEntity } from './network/leg.entity.js';
import { QuarterReports1764705000200 } from './migrations/1764705000200-quarter-reports.js';
import { ParcelVolume1764705000100 } from './migrations/1764705000100-parcel-volume.js';
import { ClosingsTold1766003000000 } from './migrations/1766003000000-closings-told.js';
import { Cash1764705000000 } from './migrations/1764705000000-cash.js';
import { DevicesAndCorrections1764702000001 } from './migrations/1764702000001-devices-and-corrections.js';
import { DeliveryNormEntity } from './delivery/delivery-norm.entity.js';
import { FailureReasonEntity } from './delivery/failure-reason.entity.js';
import { ProofEntity } from './delivery/proof.entity.js';
import { ProofPictureEntity } from './delivery/proof-picture.entity.js';
import { DeliveryProofs1764704000001 } from './migrations/1764704000001-delivery-proofs.js';
import { OfficeChangeEntity } from './offices/office-change.entity.js';
import { OfficeEntity } from './offices/office.entity.js';
import { DefaultOperatorEntity } from './operators/default-operator.entity.js';
import { NumberRangeEntity } from './operators/number-range.entity.js';
import { OperatorEntity } from './operators/operator.entity.js';
import { ContentLineEntity } from './parcels/content-line.entity.js';
import { ParcelEntity } from './parcels/parcel.entity.js';
import { ParcelPlaceEntity } from './parcels/parcel-place.entity.js';
import { ParcelPlaces1767007000000 } from './migrations/1767007000000-parcel-places.js';
import { ScansAtOffices1767007000001 } from './migrations/1767007000001-scans-at-offices.js';
import { RoomForStates1767007000002 } from './migrations/1767007000002-room-for-states.js';
import { Pickups1764606000003 } from './migrations/1764606000003-pickups.js';
import { PickupEntity } from './pick-ups/pickup.entity.js';
import { PickupParcelEntity } from './pick-ups/pickup-parcel.entity.js';
import { ScanIdEntity } from './scans/scan-id.entity.js';
import { EventFeed1764706000002 } from './migrations/1764706000002-event-feed.js';
import { Webhooks1764706000003 } from './migrations/1764706000003-webhooks.js';
import { SentParcels1764706000001 } from './migrations/1764706000001-sent-parcels.js';
import { PostalNotices1764704000003 } from './migrations/1764704000003-notices.js';
import { NoticeEntity } from './notices/notice.entity.js';
import { PartsTaken1765004000001 } from './migrations/1765004000001-parts-taken.js';
import { OfficesByCommune1765008000000 } from './migrations/1765008000000-offices-by-commune.js';
import { Recipients1765004000002 } from './migrations/1765004000002-recipients.js';
import { ClaimTermEntity } from './claims/claim-term.entity.js';
import { CompensationCaseEntity } from './claims/compensation-case.entity.js';
import { ParcelCodeEntity } from './recipients/parcel-code.entity.js';
import { ReturnDecisionEntity } from './returns/return-decision.entity.js';
import { Runs1764704000002 } from './migrations/1764704000002-runs.js';
import { RunEntity } from './runs/run.entity.js';
import { RunStopEntity } from './runs/run-stop.entity.js';
import { DeliveryReviewEntity } from './reviews/delivery-review.entity.js';
import { ScanEntity } from './scans/scan.entity.js';
import { SentParcelEntity } from './senders/sent-parcel.entity.js';
import { GoodsMovementEntity } from './warehouse/goods-movement.entity.js';
import { GoodsOwnerEntity } from './warehouse/goods-owner.entity.js';
import { PickEntity } from './warehouse/pick.entity.js';
import { PickLineEntity } from './warehouse/pick-line.entity.js';
import { StoredGoodsEntity } from './warehouse/stored-goods.entity.js';
import { DeviceSession1765007000000 } from './migrations/1765007000000-device-session.js';
import { Warehouse1764707000000 } from './migrations/1764707000000-warehouse.js';
import { WebhookDeliveryEntity } from './webhooks/webhook-delivery.entity.js';
import { WebhookScheduleEntity } from './webhooks/webhook-schedule.entity.js';
import { WebhookTryEntity } from './webhooks/webhook-try.entity.js';
import { WebhookEntity } from './webhooks/webhook.entity.js';
import { PayoutBatchEntity } from './payouts/payout-batch.entity.js';
import { PayoutLineEntity } from './payouts/payout-line.entity.js';
import { PayoutParcelEntity } from './payouts/payout-parcel.entity.js';
import { PayoutBatches1765006000000 } from './migrations/1765006000000-payout-batches.js';
import { ShortageRepaymentEntity } from './cod/shortage-repayment.entity.js';
import { DrawerMoney1765006000100 } from './migrations/1765006000100-drawer-money.js';
import { ReportAnswerEntity } from './reports/report-answer.entity.js';
import { ReportReminderEntity } from './reports/report-reminder.entity.js';
import { OfficeChanges1766004000000 } from './migrations/1766004000000-office-changes.js';
import { ReportReminders1765006000200 } from './migrations/1765006000200-report-reminders.js';
import { NormEntity } from './tariffs/norm.entity.js';
import { SurchargeEntity } from './tariffs/surcharge.entity.js';
import { TariffEntity } from './tariffs/tariff.entity.js';

/** The Postgres role all statements of the post run as; it can touch nothing of the other libs. */
export const POSTAL_ROLE = 'choxa_postal';

export const postalLib: Lib = {
  name: 'postal',
  entities: [
    OperatorEntity,
    NumberRangeEntity,
    DefaultOperatorEntity,
    OfficeEntity,
    OfficeChangeEntity,
    LegEntity,
    NormEntity,
    TariffEntity,
    SurchargeEntity,
    ParcelEntity,
    ParcelPlaceEntity,
    ContentLineEntity,
    ScanIdEntity,
    ScanEntity,
    ScanCorrectionEntity,
    DeviceEntity,
    DeliveryCodeEntity,
    AttemptEntity,
    FailureReasonEntity,
    DeliveryNormEntity,
    ProofPictureEntity,
    ProofEntity,
    DeliveryReviewEntity,
    ParcelCodeEntity,
    ClaimTermEntity,
    CompensationCaseEntity,
    ReturnDecisionEntity,
    RunEntity,
    RunStopEntity,
    NoticeEntity,
    CodEntryEntity,
    PickupEntity,
    PickupParcelEntity,
    CodRemittanceEntity,
    CounterSettingEntity,
    BagEntity,
    BagParcelEntity,
    SentParcelEntity,
    WebhookEntity,
    WebhookDeliveryEntity,
    WebhookTryEntity,
    WebhookScheduleEntity,
    CashDrawerEntity,
    CashCapEntity,
    CashCountEntity,
    CashDifferenceEntity,
    CashDepositEntity,
    ShortageRepaymentEntity,
    PayoutBatchEntity,
    PayoutLineEntity,
    PayoutParcelEntity,
    ReportDeadlineEntity,
    ReportReminderEntity,
    ReportAnswerEntity,
    QuarterCorrectionEntity,
    QuarterReportEntity,
    GoodsOwnerEntity,
    StoredGoodsEntity,
    GoodsMovementEntity,
    PickEntity,
    PickLineEntity,
    CounterPaymentEntity,
    AcceptanceEntity,
    CounterServiceKindEntity,
    CounterServiceEntity,
  ],
  migrations: [
    Postal1763700700000,
    PostalTrailGrants1764102000001,
    DeliveryChoice1764604000002,
    CodRemittances1764605000010,
    Pickups1764606000003,
    PostalInboxGrant1764609000001,
    PostalNetwork1764701000001,
    DatedTariffs1764701000002,
    RangesSideBySide1764701000003,
    WithdrawnParcels1764607000000,
    ScansByMonth1764702000000,
    Bags1764703000000,
    SentParcels1764706000001,
    Cash1764705000000,
    ParcelVolume1764705000100,
    QuarterReports1764705000200,
    EventFeed1764706000002,
    DevicesAndCorrections1764702000001,
    Warehouse1764707000000,
    DeliveryProofs1764704000001,
    Runs1764704000002,
    Counter1764703000001,
    Webhooks1764706000003,
    PostalNotices1764704000003,
    DeviceSession1765007000000,
    Acceptances1765001000000,
    PartsTaken1765004000001,
    PayoutBatches1765006000000,
    CounterServices1765001000001,
    OfficesByCommune1765008000000,
    DrawerMoney1765006000100,
    ReportReminders1765006000200,
    Recipients1765004000002,
    WalkInPeople1765001000002,
    OfficeChanges1766004000000,
    ClosingsTold1766003000000,
    ParcelPlaces1767007000000,
    ScansAtOffices1767007000001,
    RoomForStates1767007000002,
  ],
};

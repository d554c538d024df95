import type { Type } from '@nestjs/common';
import type { EventHandler, Tx } from '@choxa/platform';
import { RecordAttendanceWhenAttended, WithdrawAttendanceWhenWithdrawn } from '../households/record-attendances.js';
import { RecordDisplayWhenProductPublished, RecordDisplayWhenProductWithdrawn } from '../households/record-displays.js';
import { RecordRecognitionWhenSettled } from '../households/record-recognitions.js';
import { RecordEntryWhenMatched, RecordRegisterWhenImported } from '../households/record-registers.js';
import { RecordServicePointsWhenOfficeChanged } from '../office-registers/record-service-points.js';
import { RecordOffersWhenPackOffered } from '../funnel/record-offers.js';
import { ReceiveOperatorReportsWhenQuarterReported } from '../operator-reports/receive-operator-reports.js';
import { RecordPublicServicesWhenServed } from '../services/record-public-services.js';
import { CorrectPlaceWhenDeliveryPlaceCorrected } from './correct-delivery-place.js';
import { DropClosedParcelWhenParcelReopened } from './drop-closed-parcel.js';
import { RenameTradedLinesWhenHouseholdErased } from './rename-traded-lines.js';
import { MarkTradedLinesReturnedWhenSellerOrderReturned } from './mark-traded-lines-returned.js';
import { RecordAcceptedParcelWhenParcelAccepted } from './record-accepted-parcel.js';
import { RecordClosedParcelWhenParcelClosed } from './record-closed-parcel.js';
import { RecordFulfilmentWhenSellerOrderDelivered } from './record-fulfilment.js';
import { RecordLinksWhenHouseholdLinked } from './record-household-links.js';
import { RecordTradedLinesWhenSellerOrderDelivered } from './record-traded-lines.js';

/**
 * A handler that writes many facts in few statements. `record` writes the facts alone, takes no lock for each, and makes no totals of
 * them: a rebuild holds the tables and makes all totals at its end.
 */
export interface FactRecorder<Data extends object> extends EventHandler<Data> {
  record(tx: Tx, facts: readonly Data[]): Promise<void>;
}

/** Who records which kind of fact. A rebuild hands them all facts of their kinds again, in this sequence. */
export const FACT_HANDLERS: readonly Type<EventHandler<never>>[] = [
  // Before the sales, which look up links and returns.
  RecordLinksWhenHouseholdLinked,
  MarkTradedLinesReturnedWhenSellerOrderReturned,
  RecordTradedLinesWhenSellerOrderDelivered,
  RecordClosedParcelWhenParcelClosed,
  // Behind the ends, which it looks up: so no parcel is written twice.
  RecordAcceptedParcelWhenParcelAccepted,
  RecordServicePointsWhenOfficeChanged,
  RecordPublicServicesWhenServed,
  ReceiveOperatorReportsWhenQuarterReported,
  RecordFulfilmentWhenSellerOrderDelivered,
  RecordDisplayWhenProductPublished,
  RecordDisplayWhenProductWithdrawn,
  RecordOffersWhenPackOffered,
  RecordRecognitionWhenSettled,
  RecordRegisterWhenImported,
  RecordAttendanceWhenAttended,
  WithdrawAttendanceWhenWithdrawn,
];

/** Who only amends what the others record. Nobody tells these again: the sources tell the others' facts as they were amended. */
export const AMENDING_HANDLERS: readonly Type<EventHandler<never>>[] = [
  DropClosedParcelWhenParcelReopened,
  CorrectPlaceWhenDeliveryPlaceCorrected,
  RecordEntryWhenMatched,
  RenameTradedLinesWhenHouseholdErased,
];

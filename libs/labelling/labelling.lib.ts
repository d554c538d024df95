import type { Lib } from '@choxa/platform';
import { BarcodeCheckEntity } from './barcode-checks/barcode-check.entity.js';
import { BarcodeEntity } from './barcodes/barcode.entity.js';
import { CompanyPrefixEntity } from './barcodes/company-prefix.entity.js';
import { PrefixCounterEntity } from './barcodes/prefix-counter.entity.js';
import { LabelGraceEntity } from './label-grace/label-grace.entity.js';
import { LabelPolicyEntity } from './label-grace/label-policy.entity.js';
import { CartonEntity } from './cartons/carton.entity.js';
import { LabelPrintingEntity, LabelPrintingLineEntity } from './printings/label-printing.entity.js';
import { LotEntity } from './lots/lot.entity.js';
import { EventCorrectionEntity } from './lots/event-correction.entity.js';
import { EvidencePictureEntity } from './lots/evidence-picture.entity.js';
import { LotInputEntity } from './lots/lot-input.entity.js';
import { LotRecallEntity } from './recalls/lot-recall.entity.js';
import { TraceEventEntity } from './lots/trace-event.entity.js';
import { CaptureEntity } from './epcis/capture.entity.js';
import { SerialRuleEntity } from './suspicion/serial-rule.entity.js';
import { SerialSightingEntity } from './suspicion/serial-sighting.entity.js';
import { SuspicionEntity } from './suspicion/suspicion.entity.js';
import { Suspicions1764108000003 } from './migrations/1764108000003-suspicions.js';
import { BarcodeChecks1764108000005 } from './migrations/1764108000005-barcode-checks.js';
import { EpcisCaptures1764108000002 } from './migrations/1764108000002-epcis-captures.js';
import { LotHistories1764108000000 } from './migrations/1764108000000-lot-histories.js';
import { Labelling1763700500000 } from './migrations/1763700500000-labelling.js';
import { LabelPrintings1764107000000 } from './migrations/1764107000000-label-printings.js';
import { Cartons1764107010000 } from './migrations/1764107010000-cartons.js';
import { LabelGrace1764107020000 } from './migrations/1764107020000-label-grace.js';

export const labellingLib: Lib = {
  name: 'labelling',
  entities: [
    BarcodeEntity,
    BarcodeCheckEntity,
    CompanyPrefixEntity,
    PrefixCounterEntity,
    CartonEntity,
    LabelGraceEntity,
    LabelPolicyEntity,
    LotEntity,
    TraceEventEntity,
    LotInputEntity,
    EventCorrectionEntity,
    EvidencePictureEntity,
    LotRecallEntity,
    LabelPrintingEntity,
    LabelPrintingLineEntity,
    CaptureEntity,
    SuspicionEntity,
    SerialSightingEntity,
    SerialRuleEntity,
  ],
  migrations: [
    Labelling1763700500000,
    LabelPrintings1764107000000,
    Cartons1764107010000,
    LabelGrace1764107020000,
    LotHistories1764108000000,
    EpcisCaptures1764108000002,
    Suspicions1764108000003,
    BarcodeChecks1764108000005,
  ],
};

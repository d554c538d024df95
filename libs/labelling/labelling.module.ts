import { Module } from '@nestjs/common';
import { CatalogueModule, LotStages } from '@choxa/catalogue';
import { HouseholdsModule } from '@choxa/households';
import { PlacesModule } from '@choxa/places';
import './labelling.policies.js';
import { RecordBarcodeChecks } from './barcode-checks/record-barcode-checks.js';
import { AllotBarcode } from './barcodes/allot-barcode.js';
import { BarcodesController } from './barcodes/barcodes.controller.js';
import { FreeNumbers } from './barcodes/free-numbers.js';
import { NumberLookup } from './barcodes/number-lookup.query.js';
import { CartonsController } from './cartons/cartons.controller.js';
import { MakeCarton } from './cartons/make-carton.js';
import { BeginGraceWhenProductPublished } from './label-grace/begin-grace-when-product-published.js';
import { LabelGraceController } from './label-grace/label-grace.controller.js';
import { LabelGraces } from './label-grace/label-graces.js';
import { PauseUnlabelledPacks } from './label-grace/pause-unlabelled-packs.js';
import { LabelGapsController } from './label-rule/label-gaps.controller.js';
import { Labels } from './label-rule/labels.js';
import { RefreshLabelWhenProductChanged } from './label-rule/refresh-label-when-product-changed.js';
import { RefreshLabelsOfExpiredLots } from './label-rule/refresh-labels-of-expired-lots.js';
import { LabelContents } from './label-sheet/label-contents.query.js';
import { LabelSheetController } from './label-sheet/label-sheet.controller.js';
import { CaptureEvents } from './epcis/capture-events.js';
import { EpcisEvents } from './epcis/epcis-events.query.js';
import { EpcisController } from './epcis/epcis.controller.js';
import { ExportLotHistory } from './epcis/export-lot-history.js';
import { KeepReportedEvent } from './epcis/keep-reported-event.js';
import { LotsForEpcis } from './epcis/lots-for-epcis.js';
import { LotInputs } from './lots/lot-inputs.js';
import { AddEvidencePicture } from './lots/add-evidence-picture.js';
import { AddLotInput } from './lots/add-lot-input.js';
import { CorrectTraceEvent } from './lots/correct-trace-event.js';
import { LotsInCharge } from './lots/lots-in-charge.js';
import { LotsController } from './lots/lots.controller.js';
import { MakeLot } from './lots/make-lot.js';
import { NewTraceEvents } from './lots/new-trace-events.js';
import { ScannedPacks } from './lots/scanned-packs.query.js';
import { RecordTraceEvent } from './lots/record-trace-event.js';
import { WithdrawLotInput } from './lots/withdraw-lot-input.js';
import { EndRecall } from './recalls/end-recall.js';
import { RecallLot } from './recalls/recall-lot.js';
import { RecallsController } from './recalls/recalls.controller.js';
import { Recalls } from './recalls/recalls.query.js';
import { LabelPrintingsController } from './printings/label-printings.controller.js';
import { PrintLabels } from './printings/print-labels.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { CloseSuspicion } from './suspicion/close-suspicion.js';
import { DoubtedLabels } from './suspicion/doubted-labels.js';
import { NoteSighting } from './suspicion/note-sighting.js';
import { ReportLabel } from './suspicion/report-label.js';
import { SuspicionsController } from './suspicion/suspicions.controller.js';
import { Suspicions } from './suspicion/suspicions.query.js';
import { StagesByTraceCode } from './lots/lot-stages.query.js';
import { TraceController } from './trace/trace.controller.js';
import { Traces } from './trace/traces.query.js';

@Module({
  imports: [CatalogueModule, HouseholdsModule, PlacesModule],
  controllers: [
    BarcodesController,
    CartonsController,
    PicturesController,
    LotsController,
    LabelGapsController,
    LabelGraceController,
    LabelSheetController,
    LabelPrintingsController,
    TraceController,
    RecallsController,
    EpcisController,
    SuspicionsController,
  ],
  providers: [
    AllotBarcode,
    FreeNumbers,
    NumberLookup,
    MakeCarton,
    MakeLot,
    NewTraceEvents,
    RecordTraceEvent,
    ScannedPacks,
    CorrectTraceEvent,
    LotInputs,
    AddLotInput,
    WithdrawLotInput,
    AddEvidencePicture,
    LotsInCharge,
    LotsForEpcis,
    ExportLotHistory,
    KeepReportedEvent,
    CaptureEvents,
    EpcisEvents,
    RecallLot,
    EndRecall,
    Recalls,
    DoubtedLabels,
    ReportLabel,
    NoteSighting,
    CloseSuspicion,
    Suspicions,
    Labels,
    RecordBarcodeChecks,
    LabelGraces,
    PauseUnlabelledPacks,
    BeginGraceWhenProductPublished,
    LabelContents,
    PrintLabels,
    Traces,
    StagesByTraceCode,
    { provide: LotStages, useExisting: StagesByTraceCode },
    RefreshLabelWhenProductChanged,
    RefreshLabelsOfExpiredLots,
  ],
  exports: [
    AllotBarcode,
    MakeLot,
    AddLotInput,
    RecordTraceEvent,
    CorrectTraceEvent,
    RecallLot,
    Labels,
    RecordBarcodeChecks,
    ScannedPacks,
    PrintLabels,
    PauseUnlabelledPacks,
  ],
})
export class LabellingModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '@choxa/catalogue';
import { PlacesModule } from '@choxa/places';
import './labelling.policies.js';
import { AllotBarcode } from './barcodes/allot-barcode.js';
import { BarcodesController } from './barcodes/barcodes.controller.js';
import { LabelGapsController } from './label-rule/label-gaps.controller.js';
import { Labels } from './label-rule/labels.js';
import { RefreshLabelWhenProductChanged } from './label-rule/refresh-label-when-product-changed.js';
import { RefreshLabelsOfExpiredLots } from './label-rule/refresh-labels-of-expired-lots.js';
import { LabelSheetController } from './label-sheet/label-sheet.controller.js';
import { LabelSheet } from './label-sheet/label-sheet.query.js';
import { LotsController } from './lots/lots.controller.js';
import { MakeLot } from './lots/make-lot.js';
import { RecordTraceEvent } from './lots/record-trace-event.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { TraceController } from './trace/trace.controller.js';
import { Traces } from './trace/traces.query.js';

@Module({
  imports: [CatalogueModule, PlacesModule],
  controllers: [BarcodesController, PicturesController, LotsController, LabelGapsController, LabelSheetController, TraceController],
  providers: [
    AllotBarcode,
    MakeLot,
    RecordTraceEvent,
    Labels,
    LabelSheet,
    Traces,
    RefreshLabelWhenProductChanged,
    RefreshLabelsOfExpiredLots,
  ],
  exports: [AllotBarcode, MakeLot, RecordTraceEvent, Labels],
})
export class LabellingModule {}

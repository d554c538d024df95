export { labellingLib } from './labelling.lib.js';
export { LabellingModule } from './labelling.module.js';
export { AllotBarcode, type AllotBarcodeInput } from './barcodes/allot-barcode.js';
export { RecordBarcodeChecks, type CheckedBarcode } from './barcode-checks/record-barcode-checks.js';
export { MakeLot, type MakeLotInput } from './lots/make-lot.js';
export { ScannedPacks, type LotInHand } from './lots/scanned-packs.query.js';
export { AddLotInput } from './lots/add-lot-input.js';
export { CorrectTraceEvent } from './lots/correct-trace-event.js';
export { LotRecalled, type LotRecalledV1 } from './labelling.events.js';
export { RecallLot, type RecallLotInput } from './recalls/recall-lot.js';
export { RecordTraceEvent } from './lots/record-trace-event.js';
export { NoteSighting } from './suspicion/note-sighting.js';
export { ReportLabel } from './suspicion/report-label.js';
export { type RecordTraceEventInput } from './lots/new-trace-events.js';
export { PauseUnlabelledPacks } from './label-grace/pause-unlabelled-packs.js';
export { PrintLabels, type PrintLabelsInput } from './printings/print-labels.js';
export { Labels, type LabelForSale, type LabelSnapshot } from './label-rule/labels.js';
export {
  LABEL_FIELDS,
  LABEL_LEVELS,
  LABEL_PARTS,
  labelFieldText,
  type LabelField,
  type LabelLevel,
  type LabelPart,
} from './label-rule/label-fields.js';
export { LABEL_RULE_VERSION } from './label-rule/label.rules.js';
export { barcodeDrawing } from './pictures/barcode-drawing.js';
export { code128Drawing } from './pictures/code-128-drawing.js';
export { gs1128Drawing } from './pictures/gs1-128-drawing.js';
export { qrDrawing } from './pictures/qr-drawing.js';
export { toSvg } from './pictures/render.js';

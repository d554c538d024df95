export { labellingLib } from './labelling.lib.js';
export { LabellingModule } from './labelling.module.js';
export { AllotBarcode, type AllotBarcodeInput } from './barcodes/allot-barcode.js';
export { MakeLot, type MakeLotInput } from './lots/make-lot.js';
export { RecordTraceEvent, type RecordTraceEventInput } from './lots/record-trace-event.js';
export { Labels, type LabelSnapshot } from './label-rule/labels.js';
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

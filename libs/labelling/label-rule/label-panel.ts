import type { LabelPanel } from '@choxa/catalogue';
import { displayNumber } from '@choxa/standards';
import { barcodeUrls } from '../barcodes/barcode-urls.js';
import { traceLink } from '../trace/trace-link.rules.js';
import type { LabelVerdict } from './label.rules.js';
import type { OwnFacts } from './own-facts.query.js';

/** What a product page shows of a label: the verdict with the number and the lot it is about. */
export function toLabelPanel(verdict: LabelVerdict, own: OwnFacts, brandName: string | null, publicUrl: string): LabelPanel {
  const { parts, percent, compliant, level, ruleVersion } = verdict;
  const missing = [...verdict.missing];
  return {
    barcode: own.number ? { kind: own.kind!, number: displayNumber(own.number), ...barcodeUrls(own.packId, own.number) } : null,
    label: {
      level,
      brand: { level: parts.brand, name: brandName },
      barcode: { level: parts.barcode, kind: own.kind },
      origin: { level: parts.origin },
      missing,
      ruleVersion,
    },
    trace: own.lotId
      ? { traceCode: own.traceCode!, lotCode: own.lotCode!, producedOn: own.producedOn, url: traceLink(publicUrl, own.traceCode!) }
      : null,
    missing,
    percent,
    labelled: compliant,
  };
}

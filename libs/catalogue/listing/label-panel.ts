/** How far a part of the label can be trusted; the four are never mixed. */
export type LabelPanelLevel = 'none' | 'declared' | 'format_valid' | 'checked';

/** The pack's barcode as the page shows it. `number`: the digits as printed. */
export interface LabelPanelBarcode {
  kind: 'gtin' | 'internal';
  number: string;
  svgUrl: string;
  pngUrl: string;
}

/** What labelling knows of a pack, copied onto its listing so that a product page reads one place. */
export interface LabelPanel {
  barcode: LabelPanelBarcode | null;
  label: {
    level: LabelPanelLevel;
    brand: { level: LabelPanelLevel; name: string | null };
    barcode: { level: LabelPanelLevel; kind: 'gtin' | 'internal' | null };
    origin: { level: LabelPanelLevel };
    /** Codes of the missing fields. */
    missing: string[];
    ruleVersion: string;
  };
  /** The lot the pack is sold from. `producedOn`: `YYYY-MM-DD`. */
  trace: { traceCode: string; lotCode: string; producedOn: string | null; url: string } | null;
  missing: string[];
  /** 0–100 of what the label needs. */
  percent: number;
  /** All three parts are there. */
  labelled: boolean;
}

/** A pack labelling has not spoken of yet. */
export const NO_LABEL: LabelPanel = {
  barcode: null,
  label: {
    level: 'none',
    brand: { level: 'none', name: null },
    barcode: { level: 'none', kind: null },
    origin: { level: 'none' },
    missing: [],
    ruleVersion: '',
  },
  trace: null,
  missing: [],
  percent: 0,
  labelled: false,
};

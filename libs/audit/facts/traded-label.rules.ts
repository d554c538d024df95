const LEVELS = ['none', 'declared', 'format_valid', 'checked'] as const;
/** From nothing said to seen by a person (domain.md §5). */
export type TradedLabelLevel = (typeof LEVELS)[number];

const PARTS = ['brand', 'barcode', 'origin'] as const;

/** What audit reads of the label snapshot on a traded line. The snapshot may carry more; it is kept whole as evidence. */
export interface TradedLabel {
  ruleVersion: string;
  level: TradedLabelLevel;
  compliant: boolean;
  /** Codes of the label's fields that were missing. */
  missing: string[];
  parts: Record<(typeof PARTS)[number], TradedLabelLevel>;
  barcode: { kind: 'gtin' | 'internal'; number: string } | null;
  /** Of the lot the pack was sold from; for inspectors to compare with. */
  lotCode?: string | null;
  traceCode?: string | null;
}

/** The flags a traded line is counted by. */
export interface LabelFlags {
  compliant: boolean;
  brandOk: boolean;
  barcodeOk: boolean;
  originOk: boolean;
  barcodeKind: 'gtin' | 'internal' | null;
}

/** Counts nothing that cannot be read: a snapshot of another shape fails its event, which is then seen, instead of passing as "not labelled". */
export class LabelUnreadable extends Error {
  constructor(what: string) {
    super(`label snapshot: ${what}`);
  }
}

/** `value` as a label snapshot. @throws LabelUnreadable */
export function readLabel(value: unknown): TradedLabel {
  const label = value as Partial<TradedLabel> | null;
  if (typeof label !== 'object' || label === null) throw new LabelUnreadable('not an object');
  if (typeof label.ruleVersion !== 'string' || !label.ruleVersion) throw new LabelUnreadable('no rule version');
  if (typeof label.compliant !== 'boolean') throw new LabelUnreadable('no verdict');
  if (!isLevel(label.level)) throw new LabelUnreadable('unknown level');
  if (!PARTS.every((part) => isLevel(label.parts?.[part]))) throw new LabelUnreadable('unknown level of a part');
  if (!Array.isArray(label.missing) || !label.missing.every((field) => typeof field === 'string' && field))
    throw new LabelUnreadable('no list of missing fields');
  if (label.compliant && label.missing.length) throw new LabelUnreadable('compliant, and yet fields are missing');
  const { barcode } = label;
  if (barcode !== null && !(barcode && (barcode.kind === 'gtin' || barcode.kind === 'internal') && typeof barcode.number === 'string'))
    throw new LabelUnreadable('unknown kind of barcode');
  return label as TradedLabel;
}

/** A part is there when its content stood up to the rule; what a household only declared, with gaps, is not. */
export function labelFlags({ compliant, parts, barcode }: TradedLabel): LabelFlags {
  const stands = (level: TradedLabelLevel) => level === 'format_valid' || level === 'checked';
  return {
    compliant,
    brandOk: stands(parts.brand),
    barcodeOk: stands(parts.barcode),
    originOk: stands(parts.origin),
    barcodeKind: barcode?.kind ?? null,
  };
}

function isLevel(value: unknown): value is TradedLabelLevel {
  return LEVELS.includes(value as TradedLabelLevel);
}

import { agreementOf, type Agreement } from '../inspections/kappa.rules.js';
import { INSPECTED_FIELDS, OUTCOMES, type InspectedField, type Outcome, type Verdicts } from '../inspections/verdicts.rules.js';
import { estimateShare, stratumInterval, type Estimate, type Interval } from './interval.rules.js';

/** A stratum of the frame, as it was when the sample was drawn. */
export interface StratumRow {
  key: string;
  provinceCode: string | null;
  setCode: string | null;
  units: number;
  compliantUnits: number;
  lines: number;
  checkedLines: number;
  drawn: number;
}

/** A drawn item with all its inspections, in the sequence in which they were recorded. */
export interface JudgedItem {
  stratum: string;
  compliant: boolean;
  /** Every traded line of it was scanned and found right at the counter. */
  counterChecked: boolean;
  inspections: readonly { round: number; outcome: Outcome; verdicts: Verdicts }[];
}

/** A stratum with what was found in it. `interval`: of the share found right; null where nothing was judged. */
export interface StratumResult extends StratumRow {
  judged: number;
  right: number;
  interval: Interval | null;
}

/** How often a field of the label was found as declared. */
export interface FieldCount {
  field: InspectedField;
  right: number;
  wrong: number;
  unclear: number;
}

/** What a sample says of its frame. */
export interface SampleResult {
  strata: StratumResult[];
  /** Null where nothing was judged. */
  estimate: Estimate | null;
  /** Of the strata the estimate speaks of: their units, and those declared whole. What the estimate is to be held against. */
  declared: { numerator: number; denominator: number };
  /** Items by what was declared and what was found. */
  found: Record<'declaredRight' | 'declaredWrong' | 'incompleteRight' | 'incompleteWrong' | 'unclear', number>;
  fields: FieldCount[];
  /** The second source, apart: what post clerks saw at acceptance. `barcodesRight` of the `barcodesJudged` items which they found right throughout. */
  counter: { lines: number; checkedLines: number; barcodesJudged: number; barcodesRight: number };
  agreement: { overall: Agreement; fields: { field: InspectedField; agreement: Agreement }[] };
}

/**
 * Declared against audited. A first inspector's latest finding counts; how far two agree is told from the first word of each, said without knowing
 * the other's. What could not be judged is neither right nor wrong.
 */
export function resultOf(strata: readonly StratumRow[], items: readonly JudgedItem[]): SampleResult {
  const found = items.flatMap((item) => {
    const latest = item.inspections.findLast(({ round }) => round === 1);
    return latest ? [{ ...item, ...latest }] : [];
  });
  const byStratum = strata.map((stratum) => {
    const judged = found.filter((item) => item.stratum === stratum.key && item.outcome !== 'unclear');
    const counts = { units: stratum.units, judged: judged.length, right: judged.filter(({ outcome }) => outcome === 'right').length };
    return { ...stratum, ...counts, interval: stratumInterval(counts) };
  });
  const spokenOf = byStratum.filter(({ judged }) => judged > 0);
  const count = (outcome: Outcome, compliant: boolean) =>
    found.filter((item) => item.outcome === outcome && item.compliant === compliant).length;
  const barcodes = found.filter(({ counterChecked, verdicts }) => counterChecked && verdicts['barcode.number'] !== 'unclear');
  return {
    strata: byStratum,
    estimate: estimateShare(byStratum),
    declared: { numerator: sum(spokenOf, 'compliantUnits'), denominator: sum(spokenOf, 'units') },
    found: {
      declaredRight: count('right', true),
      declaredWrong: count('wrong', true),
      incompleteRight: count('right', false),
      incompleteWrong: count('wrong', false),
      unclear: found.filter(({ outcome }) => outcome === 'unclear').length,
    },
    fields: INSPECTED_FIELDS.map((field) => {
      const of = (outcome: Outcome) => found.filter(({ verdicts }) => verdicts[field] === outcome).length;
      return { field, right: of('right'), wrong: of('wrong'), unclear: of('unclear') };
    }),
    counter: {
      lines: sum(strata, 'lines'),
      checkedLines: sum(strata, 'checkedLines'),
      barcodesJudged: barcodes.length,
      barcodesRight: barcodes.filter(({ verdicts }) => verdicts['barcode.number'] === 'right').length,
    },
    agreement: agreements(items),
  };
}

function agreements(items: readonly JudgedItem[]): SampleResult['agreement'] {
  const twice = items.flatMap(({ inspections }) => {
    const [first, second] = [1, 2].map((round) => inspections.find((one) => one.round === round)?.verdicts);
    return first && second ? [{ first, second }] : [];
  });
  const pairsOf = (field: InspectedField) =>
    twice.flatMap(({ first, second }): [Outcome, Outcome][] => (first[field] && second[field] ? [[first[field], second[field]]] : []));
  return {
    overall: agreementOf(OUTCOMES, INSPECTED_FIELDS.flatMap(pairsOf)),
    fields: INSPECTED_FIELDS.map((field) => ({ field, agreement: agreementOf(OUTCOMES, pairsOf(field)) })),
  };
}

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

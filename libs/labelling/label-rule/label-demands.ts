import { findProductSet } from '@choxa/standards';

/** What the law demands on the label of a product set, from a day on. A change of law is one row more. */
interface LabelDemandRule {
  readonly basis: string;
  readonly validFrom: string;
  /** First day on which the row no longer holds; null while it does. */
  readonly validTo: string | null;
  /** Sets (scheme of 2026) whose label must name the standard the producer declared. */
  readonly standardInSets: ReadonlySet<string>;
}

const sets = (from: number, to: number): ReadonlySet<string> => new Set(Array.from({ length: to - from + 1 }, (_, i) => String(from + i)));

// Processed and prepacked food, drinks and herbal goods are put on the market under a declared standard (self-declaration or registration);
// fresh produce (sets 1–3), crafts and ornamentals are not.
export const LABEL_DEMANDS: readonly LabelDemandRule[] = [
  { basis: '15/2018/NĐ-CP, 93/2016/NĐ-CP', validFrom: '2018-02-02', validTo: null, standardInSets: sets(4, 20) },
];

export interface LabelDemands {
  /** False for a service (set 26): it carries no label and stays outside the labelled share. */
  readonly applies: boolean;
  readonly standard: boolean;
  readonly shelfLife: boolean;
}

/** What the label of a product of `setCode` must carry on a day (`YYYY-MM-DD`). An unknown set is asked for everything. */
export function labelDemands(setCode: string, day: string): LabelDemands {
  const set = findProductSet(setCode);
  const rule = LABEL_DEMANDS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)) ?? LABEL_DEMANDS[0]!;
  return {
    applies: !set?.service,
    standard: !set || rule.standardInSets.has(set.code),
    shelfLife: !set || set.shelfLife,
  };
}

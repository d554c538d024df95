/** How often each pair of answers was given: `table[first][second]`, answers in one sequence for both. */
export type PairTable = number[][];

/** How far two inspectors agree who looked at the same things without knowing of each other. */
export interface Agreement {
  pairs: number;
  /** Pairs in which both said the same. */
  same: number;
  /** Cohen's kappa, from -1 to 1: 1 = always the same, 0 = no more than by chance. Null where it is not defined. */
  kappa: number | null;
  /** Why there is none: nothing was inspected twice, or both gave one and the same answer always, so that chance alone explains it all. */
  undefinedWhy: 'no-pairs' | 'one-answer' | null;
  table: PairTable;
}

/**
 * Cohen's kappa (J. Cohen, Educational and Psychological Measurement 20, 1960): (po − pe) / (1 − pe), where po is the share of pairs that agree and
 * pe the share that would by chance, given how often each of the two gives each answer.
 */
export function agreementOf<Answer extends string>(answers: readonly Answer[], pairs: readonly (readonly [Answer, Answer])[]): Agreement {
  const table: PairTable = answers.map(() => answers.map(() => 0));
  for (const [first, second] of pairs) table[answers.indexOf(first)]![answers.indexOf(second)]! += 1;
  const same = table.reduce((sum, row, at) => sum + row[at]!, 0);
  const ofFirst = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const ofSecond = answers.map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0));
  // In whole numbers (n² pe), so that "always by chance" is found exactly.
  const byChance = ofFirst.reduce((sum, count, at) => sum + count * ofSecond[at]!, 0);
  const all = pairs.length;
  const undefinedWhy = all === 0 ? 'no-pairs' : byChance === all * all ? 'one-answer' : null;
  const kappa = undefinedWhy ? null : (same * all - byChance) / (all * all - byChance);
  return { pairs: all, same, kappa, undefinedWhy, table };
}

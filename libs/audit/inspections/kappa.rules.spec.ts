import { agreementOf } from './kappa.rules.js';

const ANSWERS = ['right', 'wrong', 'unclear'] as const;
type Answer = (typeof ANSWERS)[number];

/** Pairs as often as the table says, rows the first's answers, columns the second's. */
function pairsOf(table: number[][]): [Answer, Answer][] {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): [Answer, Answer] => [ANSWERS[first]!, ANSWERS[second]!])),
  );
}

describe('Cohen’s kappa', () => {
  it.each([
    // The 2 × 2 tables by which the measure is usually explained: the same share agrees in both of the last two.
    [
      [
        [20, 5, 0],
        [10, 15, 0],
        [0, 0, 0],
      ],
      0.4,
    ],
    [
      [
        [45, 15, 0],
        [25, 15, 0],
        [0, 0, 0],
      ],
      0.1304,
    ],
    [
      [
        [25, 35, 0],
        [5, 35, 0],
        [0, 0, 0],
      ],
      0.2593,
    ],
    // Three answers, each as often for both: po = 0.6, pe = 1/3.
    [
      [
        [6, 2, 2],
        [2, 6, 2],
        [2, 2, 6],
      ],
      0.4,
    ],
    [
      [
        [0, 5, 0],
        [5, 0, 0],
        [0, 0, 0],
      ],
      -1,
    ],
  ])('of %j is %d', (table, kappa) => {
    const agreement = agreementOf(ANSWERS, pairsOf(table));
    expect(agreement.table).toEqual(table);
    expect(Number(agreement.kappa!.toFixed(4))).toBe(kappa);
    expect(agreement.undefinedWhy).toBeNull();
  });

  it('is 1 where both always said the same and both answers occur', () => {
    expect(
      agreementOf(
        ANSWERS,
        pairsOf([
          [7, 0, 0],
          [0, 3, 0],
          [0, 0, 0],
        ]),
      ),
    ).toMatchObject({ pairs: 10, same: 10, kappa: 1 });
  });

  it('is not defined, rather than 0 or 1, where chance explains everything', () => {
    expect(agreementOf(ANSWERS, [])).toMatchObject({ pairs: 0, kappa: null, undefinedWhy: 'no-pairs' });
    expect(
      agreementOf(
        ANSWERS,
        pairsOf([
          [9, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ]),
      ),
    ).toMatchObject({ same: 9, kappa: null, undefinedWhy: 'one-answer' });
  });
});
